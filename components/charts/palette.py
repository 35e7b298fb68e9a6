"""Colours of pairings and programmes, and shapes beside them; `assets/chart.css` has the same colours for either theme.

They keep a contrast of 3:1 on white and stay apart under the three kinds of colour blindness
(Machado 2009); the dark theme turns their lightness over. Shapes serve where colour does not. Words
need more contrast than marks, 4.5:1: `READABLE` has each colour as dark as that takes.
"""

COLOURS = ("#003f7d", "#d55e00", "#00916e", "#b04a92", "#3f97d3", "#6b5200")
READABLE = dict(zip(COLOURS, ("#003f7d", "#b34e00", "#007a5c", "#9c3d80", "#2272ad", "#6b5200"), strict=True))
SHAPES = ("circle", "square", "diamond", "triangle-up", "cross", "star", "hexagon")
INK, FAINT, GRID = "#1a1b1e", "#5c6066", "#d9dce0"
FONT = '"Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif'
