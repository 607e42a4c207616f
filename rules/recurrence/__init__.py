"""RFC 5545 recurrence text: read strictly, kept as text, expanded by python-dateutil.

Nothing here is imported before such a text is met, so that phrases do not pay for it.
"""
