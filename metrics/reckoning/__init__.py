"""What can be reckoned from figures: derivations, series and their steps, sums, contradictions.

It must not know which figures are asked for, nor whether those of two pairings may stand together. Begin with `derived`
(per year, per resident, in constant prices; the steps are in `methods`), then `series`, `sums` and `consistency`; `error_rate`
counts how often entries were wrong.
"""
