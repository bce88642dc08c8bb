"""The model as tables, one for each kind of thing: what workbooks and CSV files consist of."""
