"""The kinds and states of the store, as a table for people names them."""

from __future__ import annotations

from scheduler.locale import mark

KINDS = {"premiere": mark("premiere"), "replay": mark("replay"), "window": mark("window")}
STATES = {
    "planned": mark("planned"),
    "delivered": mark("delivered"),
    "missed": mark("missed"),
    "cancelled": mark("cancelled"),
    "overdue": mark("overdue"),
}
PROOF_KINDS = {"aired": mark("aired"), "published": mark("published")}
# Heads of columns that nothing else says.
HEADS = (
    mark("Group"), mark("Title"), mark("Product"), mark("When, as written"), mark("Read as"), mark("Target"),
    mark("Budget"), mark("Next"), mark("Time"), mark("Responsible"), mark("Cooperating"), mark("Note"),
    mark("Channel"), mark("Kind"), mark("State"), mark("First day"), mark("Last day"), mark("Until"),
    mark("Minutes"), mark("Moved from"), mark("Moved from (time)"), mark("Reason"), mark("Id"), mark("Count"),
    mark("Unit"), mark("Day"), mark("Title of the piece"), mark("Proofs"), mark("Occurrence"),
    mark("Makes good"), mark("Given by"), mark("Entered on"), mark("Entered at"), mark("Kept"),
    mark("Made good"), mark("Cancelled"), mark("Moved beyond the period"), mark("Not due yet"),
    mark("Ahead"), mark("Early"), mark("Late"), mark("Extra"), mark("Expected"), mark("Pace"),
    mark("Value due"), mark("Value delivered"), mark("Item"), mark("Outlet"), mark("Planned"),
    mark("Due by now"), mark("Open"), mark("Delivered"), mark("Missed"), mark("Unconfirmed"),
    mark("Progress"),
)  # fmt: skip
