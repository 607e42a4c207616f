"""From a claimed row to a mail that was handed over once: checked, written, sent, finished."""
