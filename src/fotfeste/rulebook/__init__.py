"""The rulebook: what a ministry or a council can change, as dated data.

Typed models, what is in force on a date, and the check of a folder of files. Reads the
texts it is handed; knows no file system, no clock and no Django.
"""
