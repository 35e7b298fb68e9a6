"""What is answered over plain HTTP, without scripts: data files, figure cards, health.

Law: knows flask and `metrics`, never dash. Every answer is made from the catalog that `current()` gives
at that moment, so a reload of the data needs no restart.
"""
