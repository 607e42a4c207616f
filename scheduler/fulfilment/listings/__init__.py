"""What stations send of what they aired: a week's listing as text, an as-run csv, a traffic file, XMLTV.

`reading` tells the forms apart and reads each into `Aired` values; `matching` sets these beside what was
planned, as proposals. Nothing here writes anything.
"""
