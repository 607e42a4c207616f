"""What a person does to occurrences, items and plans: right checked, change made, deed written down.

Every door (REST, pages, the command line) calls these functions for what it writes, each in one transaction.
"""
