"""What all pages share: addresses, the frame around a page, lines of lists, what programs are told of a page. Knows no dash.

It must not know any one page. Begin with `kept`: how a page is made, tagged and kept; `addresses` says where it stands.
"""
