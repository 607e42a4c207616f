"""What was promised and what appeared: obligations, pieces, periods, and the rules by which they are counted.

`values`, `periods`, `pace`, `counting` and `totals` are pure: no SQL, no clock; the plan's day is handed in.
`facts` reads them from the store and `progress` makes the report of them.
`docs/fulfilment.md` has the words and the rules.
"""
