"""A plan document checked, compared with what is stored, and loaded, as `airslot plan load` does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import yaml

from scheduler.accounts.audit import Deed
from scheduler.accounts.offices import get_office
from scheduler.accounts.rights import Right, require
from scheduler.desk.desk import Desk, open_plan, same_revision
from scheduler.desk.texts import text as checked
from scheduler.errors import Conflict, Fault, Forbidden, Invalid
from scheduler.planning.diff.plan_changes import Changes, FieldChange, ItemChanges
from scheduler.planning.loading.loading import load, preview
from scheduler.planning.plan_file.document import MAX_BYTES, read_plan
from scheduler.planning.plan_file.entries import Notice, PlanDocument
from scheduler.planning.plan_file.nodes import Faults, Listing, Node, Scalar, build_nodes
from scheduler.planning.plan_file.nodes import Mapping as Keys
from scheduler.store.plans.read_model import Plan, find_plan, get_plan


@dataclass(frozen=True, slots=True)
class PlanDone:
    """What a document changes, or has changed where `applied`.

    changes.revision   the plan's before; whoever agrees to the changes hands it back as `agreed`
    notices            what is remarked on phrases and their dates, each with the number of its item
    plan               as it is stored now; None where it is not
    """

    changes: Changes
    notices: tuple[tuple[str, Notice], ...]
    applied: bool
    plan: Plan | None


def read_document(source: str | bytes, *, readings: Mapping[str, str] | None = None) -> PlanDocument:
    """The document that a plan file holds. It takes its time: it is read before a transaction begins.

    `readings` pins readings of ambiguous phrases by number of item. Raises Invalid with every fault of the
    file (an ambiguous phrase's with its `choices`).
    """
    content = source.encode("utf-8", "replace") if isinstance(source, str) else source
    if readings and len(content) <= MAX_BYTES:
        content = pinned(content, readings).encode("utf-8", "replace")
    return read_plan(content, "plan")


def compare_document(desk: Desk, document: PlanDocument, *, include_past: bool = False) -> PlanDone:
    """What loading a document would change; writes nothing.

    Raises SignInNeeded, Forbidden, Conflict for another's slug.
    """
    _check_owner(desk, document)
    changes = preview(desk.connection, document, desk.clock, include_past=include_past)
    return PlanDone(
        changes, (*document.notices, *changes.notices), False, find_plan(desk.connection, document.slug)
    )


def load_document(
    desk: Desk, document: PlanDocument, *, agreed: int | None = None, include_past: bool = False
) -> PlanDone:
    """Load a document. A plan that is stored already changes only with `agreed`, the revision of the diff.

    Raises as `compare_document`; Conflict `consent-needed` without `agreed`, `changed-since` for an old one.
    """
    _check_owner(desk, document)
    stored = find_plan(desk.connection, document.slug, lock=True)
    if stored is not None:
        same_revision(stored.revision, agreed, stored.slug)
        if agreed is None:
            found = preview(desk.connection, document, desk.clock, include_past=include_past)
            if not found.empty:
                raise Conflict(
                    "consent-needed",
                    f"The plan {stored.slug} is here already. Look at what changes, then load it with that"
                    " revision.",
                    f"Kế hoạch {stored.slug} đã có. Hãy xem khác biệt rồi nạp lại kèm số phiên bản đó.",
                    where=stored.slug,
                )
    return store(desk, document, "load", include_past=include_past)


def store(
    desk: Desk,
    document: PlanDocument,
    action: str,
    *,
    include_past: bool = False,
    at_revision: int | None = None,
    more: dict[str, Any] | None = None,
    note: str | None = None,
) -> PlanDone:
    """Load a document that has been checked, and write it down: the plan, and each item that changed.

    Raises Conflict where the plan is not at `at_revision`, the one of the diff that somebody agreed to.
    """
    changes = load(
        desk.connection,
        document,
        desk.clock,
        uid_domain=desk.uid_domain,
        machine_time=desk.machine_time,
        include_past=include_past,
        at_revision=at_revision,
    )
    plan = get_plan(desk.connection, document.slug)
    _write_down(desk, plan, changes, action, more, note)
    return PlanDone(changes, (*document.notices, *changes.notices), True, plan)


def pinned(source: str | bytes, readings: Mapping[str, str]) -> str:
    """The text of a plan file with readings pinned, by number of item. Raises Invalid where it is no YAML."""
    faults = Faults()
    text = source if isinstance(source, str) else source.decode("utf-8-sig", "replace")
    root = build_nodes(text, faults)
    if faults.found or not isinstance(root, Keys):
        return text  # reading it tells why
    plain = _plain(root)
    for item in plain.get("items") or []:
        if isinstance(item, dict) and item.get("number") in readings:
            item["reading"] = readings[item["number"]]
    return yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=100)


def told_fields(fields: tuple[FieldChange, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Field changes as the audit log keeps them: before and after."""
    return {one.name: one.before for one in fields}, {one.name: one.after for one in fields}


def _check_owner(desk: Desk, document: PlanDocument) -> None:
    actor = require(desk.actor, Right.PLAN)
    if actor.office_id is None:
        return
    stored = find_plan(desk.connection, document.slug)
    if stored is not None and stored.public:
        open_plan(desk, stored.slug)
    elif stored is not None and not actor.sees(stored.office_id):
        raise slug_taken(document.slug)
    own = get_office(desk.connection, actor.office_id)
    if document.office != own:
        raise Forbidden(
            "other-office",
            f"The file is of “{document.office}”, and you work for “{own}”. Only plans of your own office"
            " are loaded; correct `office:` if it is yours.",
            f"Tệp thuộc “{document.office}”, còn bạn làm việc cho “{own}”. Chỉ nạp được kế hoạch của cơ quan"
            " mình; hãy sửa `office:` nếu đó là của bạn.",
            where="office",
        )


def slug_taken(slug: str) -> Conflict:
    """The refusal of a name in addresses that somebody else has."""
    return Conflict(
        "slug-taken",
        f"The name {slug} is taken; choose another slug.",
        f"Tên {slug} đã được dùng; hãy chọn slug khác.",
        where="slug",
    )


def _write_down(
    desk: Desk, plan: Plan, changes: Changes, action: str, more: dict[str, Any] | None, note: str | None
) -> None:
    before, after = told_fields(changes.fields)
    counts = {name: value for name, value in asdict(changes.counts).items() if value and name != "kept"}
    if changes.empty and not more:
        return
    after |= {"items": len([item for item in changes.items if not item.empty])} if changes.items else {}
    desk.note(
        action, "plan", plan.slug, plan, before=before or None, after=after | counts | (more or {}), note=note
    )
    if changes.new:
        return  # the line of the plan says it all: a large plan would drown the log
    desk.note_all(plan, [_item_deed(plan, item) for item in changes.items if not item.empty])


def _item_deed(plan: Plan, item: ItemChanges) -> Deed:
    before, after = told_fields(item.fields)
    diff = item.diff
    counts = {
        "moved": len(diff.moved),
        "added": len(diff.added),
        "dropped": len(diff.dropped),
        "orphaned": len(diff.orphaned),
    }
    if item.was is not None:
        before, after = {"number": item.was} | before, {"number": item.number} | after
    after |= {name: value for name, value in counts.items() if value}
    action = {"new": "add", "changed": "change", "withdrawn": "withdraw"}[item.status]
    return Deed(action, "item", item.number, plan.slug, before=before or None, after=after or None)


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return None if node.empty else node.text
    if isinstance(node, Listing):
        return [_plain(each) for each in node.nodes]
    return {key: _plain(value) for key, value in node.entries.items()}


def checked_facts(facts: Mapping[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    """The facts under the names that documents use; Invalid for unknown names and texts that cannot be."""
    unknown = [name for name in facts if name not in known]
    if unknown:
        raise Invalid.of(
            Fault(
                "field-unknown",
                f"There is no field {str(name)[:40]!r} here; known are: {', '.join(known)}.",
                f"Không có trường {str(name)[:40]!r}; các trường là: {', '.join(known)}.",
                str(name)[:40],
            )
            for name in unknown
        )
    return {
        known[name]: checked(name, value, 10_000) if isinstance(value, str) else value
        for name, value in facts.items()
    }
