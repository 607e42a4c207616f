"""Examples of changes and of what they answer; the tests hold each against its shape."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from api.rest.examples import OCCURRENCE, SUBSCRIBER, SUBSCRIPTION_BODY

JsonObject: TypeAlias = dict[str, Any]

PLAN_DOCUMENT: Final = """\
slug: phat-song-2025
title: Phát sóng 2025
office: Sở Nội vụ
year: 2025
timezone: Asia/Ho_Chi_Minh
outlets:
  - {name: Đài PT-TH, channels: [KG]}
items:
  - {number: "1", title: Bản tin, outlet: Đài PT-TH, when: 17 giờ 45 thứ Tư tuần 3 kênh KG}
"""
PLAN_BODY: Final[JsonObject] = {"document": PLAN_DOCUMENT}

_MOVED: Final[JsonObject] = OCCURRENCE | {
    "start": "2024-04-18T09:00",
    "end": "2024-04-18T09:12",
    "starts_at": "2024-04-18T02:00:00Z",
    "ends_at": "2024-04-18T02:12:00Z",
    "sequence": 1,
}
_ADDED: Final[JsonObject] = _MOVED | {
    "sequence": 0,
    "original_start": "2024-04-18T09:00",
    "one_off": True,
}
DEED: Final[JsonObject] = {
    "applied": True,
    "occurrence": _MOVED,
    "changes": [{"id": OCCURRENCE["id"], "before": OCCURRENCE, "after": _MOVED}],
    "left": [],
    "preview": None,
}
BATCH: Final[JsonObject] = DEED | {"occurrence": None, "line": "Moved: 1."}
ADDED: Final[JsonObject] = {
    "applied": True,
    "occurrence": _ADDED,
    "changes": [{"id": _ADDED["id"], "before": None, "after": _ADDED}],
    "left": [],
    "preview": None,
}
EVIDENCE: Final[JsonObject] = {
    "items": [
        {
            "id": "1",
            "kind": "aired",
            "day": "2024-04-17",
            "time": "17:46",
            "link": None,
            "issue": None,
            "page": None,
            "log": "Ca 3, dòng 12",
            "note": None,
            "file": None,
            "who": "An",
            "created_at": "2024-04-17T11:00:00Z",
        }
    ]
}
PIECE: Final[JsonObject] = {
    "id": "12",
    "plan": "kien-giang-2024",
    "item": "3",
    "occurrence": None,
    "makes_good": None,
    "unit": "ảnh",
    "count": 3,
    "day": "2024-04-17",
    "time": None,
    "channel": None,
    "title": "Bộ ảnh một cửa",
    "proofs": [EVIDENCE["items"][0] | {"kind": "published", "time": None, "log": None, "issue": "Số 12"}],
    "who": "An",
    "created_at": "2024-04-17T11:00:00Z",
    "withdrawn": None,
}
PROPOSAL: Final[JsonObject] = {
    "class": "as-planned",
    "item": "2.2",
    "occurrence": "occ_0123456789abcdef",
    "kind": "premiere",
    "start": "2024-04-17T17:45",
    "planned_channel": "KG",
    "day": "2024-04-17",
    "time": "17:45",
    "channel": None,
    "title": "Chuyên mục cải cách hành chính",
    "reason": None,
    "place": 2,
    "line": "17h45 Chuyên mục cải cách hành chính",
}
INBOX_LINK: Final[JsonObject] = {
    "id": "inbox_0123456789abcdef",
    "outlet": "Báo Kiên Giang",
    "first": "2024-04-01",
    "last": "2024-06-30",
    "who": "An",
    "created_at": "2024-04-17T02:00:00Z",
    "expires_at": "2024-05-01T02:00:00Z",
    "revoked_at": None,
}
WAITING: Final[JsonObject] = {
    "id": "7",
    "plan": "kien-giang-2024",
    "outlet": "Báo Kiên Giang",
    "occurrence": "occ_0123456789abcdef",
    "day": None,
    "link": "https://bao.example.vn/1",
    "issue": "Số 12",
    "page": "3",
    "note": None,
    "file": None,
    "file_name": None,
    "created_at": "2024-04-17T02:00:00Z",
    "state": "waiting",
    "decided_at": None,
    "decided_by": None,
    "reason": None,
}
CUT_OFFS: Final[JsonObject] = {"cut_offs": ["03-14", "06-14", "09-14", "12-14"]}
HISTORY: Final[JsonObject] = {
    "items": [
        {
            "id": "7",
            "at": "2024-04-03T02:00:00Z",
            "who": "An",
            "door": "rest",
            "action": "move",
            "kind": "occurrence",
            "subject": OCCURRENCE["id"],
            "plan": "kien-giang-2024",
            "before": {"start": "2024-04-17T17:45", "end": "2024-04-17T17:57"},
            "after": {"start": "2024-04-18T09:00", "end": "2024-04-18T09:12"},
            "note": "Họp tỉnh",
        }
    ],
    "next": None,
}
CHANGES: Final[JsonObject] = {
    "plan": "kien-giang-2024",
    "new": False,
    "empty": False,
    "applied": True,
    "revision": 3,
    "counts": {
        "kept": 0,
        "moved": 9,
        "added": 0,
        "dropped": 0,
        "orphaned": 0,
        "untouched": 3,
        "conflicts": 0,
    },
    "fields": [],
    "items": [],
    "same": 8,
    "notices": [],
}
PERSON: Final[JsonObject] = {
    "id": "per_5f2b1c9d3e7a4b6c8d0e1f2a",
    "email": "bien.tap@example.org",
    "name": "Biên tập viên",
    "language": "vi",
    "role": "editor",
    "outlets": ["Đài PT-TH"],
    "active": True,
    "invited": False,
}
TOKEN: Final[JsonObject] = {
    "id": "tok_5f2b1c9d3e7a4b6c",
    "email": "bien.tap@example.org",
    "label": "Màn hình phòng trực",
    "scope": "read",
    "created_at": "2024-04-02T01:00:00Z",
    "expires_at": None,
    "revoked_at": None,
    "used_at": None,
}
ME: Final[JsonObject] = {
    "who": "Biên tập viên",
    "email": "bien.tap@example.org",
    "office": "Sở Nội vụ",
    "role": "editor",
    "outlets": ["Đài PT-TH"],
    "scope": "write",
    "csrf": None,
}

# By method and path: what is answered.
ANSWERS: Final[dict[str, JsonObject]] = {
    "PATCH /occurrences/{occurrence_id}": DEED,
    "POST /occurrences/batch": BATCH,
    "GET /occurrences/{occurrence_id}/history": HISTORY,
    "GET /occurrences/{occurrence_id}/evidence": EVIDENCE,
    "POST /occurrences/{occurrence_id}/evidence": EVIDENCE,
    "POST /plans": CHANGES | {"new": True, "plan": "phat-song-2025", "revision": 1},
    "PATCH /plans/{slug}": CHANGES,
    "GET /plans/{slug}/history": HISTORY,
    "POST /plans/{slug}/items": CHANGES,
    "PATCH /plans/{slug}/items/{number}": CHANGES,
    "POST /plans/{slug}/items/{number}/occurrences": ADDED,
    "POST /plans/{slug}/items/{number}/pieces": PIECE,
    "GET /plans/{slug}/pieces": {"items": [PIECE], "next": None},
    "GET /pieces/{piece_id}": PIECE,
    "POST /pieces/{piece_id}/withdrawal": PIECE
    | {"withdrawn": {"at": "2024-04-18T02:00:00Z", "who": "An", "reason": "Trùng"}},
    "POST /plans/{slug}/listings": {
        "form": "text",
        "proposals": [PROPOSAL],
        "known": 0,
        "others": 3,
        "unread": [],
    },
    "POST /plans/{slug}/listings/book": {"booked": 1},
    "GET /plans/{slug}/inbox": {"links": [INBOX_LINK], "waiting": [WAITING]},
    "POST /plans/{slug}/inbox": INBOX_LINK | {"address": "https://lich.example.vn/give/…"},
    "POST /proposals/{proposal_id}/decision": WAITING
    | {"state": "accepted", "decided_at": "2024-04-18T02:00:00Z", "decided_by": "An"},
    "GET /cut-offs": CUT_OFFS,
    "PATCH /cut-offs": CUT_OFFS,
    "GET /me": ME,
    "GET /people": {"items": [PERSON]},
    "POST /people": PERSON,
    "PATCH /people/{person_id}": PERSON,
    "GET /tokens": {"items": [TOKEN]},
    "POST /tokens": TOKEN | {"token": "airslot_…"},
    "GET /subscribers": {"items": [SUBSCRIBER]},
    "POST /subscribers": SUBSCRIBER,
    "GET /subscribers/{subscriber_id}": SUBSCRIBER,
    "PATCH /subscribers/{subscriber_id}": SUBSCRIBER,
}
# By method and path: what is sent.
BODIES: Final[dict[str, JsonObject]] = {
    "PATCH /occurrences/{occurrence_id}": {"start": "2024-04-18T09:00", "reason": "Họp tỉnh"},
    "POST /occurrences/batch": {"deed": "miss", "occurrences": [OCCURRENCE["id"]], "reason": "Mất điện"},
    "POST /occurrences/{occurrence_id}/evidence": {
        "evidence": [{"kind": "aired", "day": "2024-04-17", "time": "17:46", "log": "Ca 3, dòng 12"}]
    },
    "POST /plans/{slug}/inbox": {"outlet": "Báo Kiên Giang", "first": "2024-04-01", "last": "2024-06-30"},
    "POST /proposals/{proposal_id}/decision": {"accepted": True},
    "PATCH /plans/{slug}": {"public": True, "dry_run": True},
    "POST /plans/{slug}/items": {"number": "2.3", "title": "Tọa đàm", "phrase": "20 giờ thứ Sáu tuần 1"},
    "PATCH /plans/{slug}/items/{number}": {"phrase": "18 giờ thứ Tư tuần 3 kênh KG", "dry_run": True},
    "POST /plans/{slug}/items/{number}/occurrences": {
        "start": "2024-04-18T09:00",
        "channel": "KG",
        "minutes": 12,
    },
    "POST /plans/{slug}/items/{number}/pieces": {
        "unit": "ảnh",
        "count": 3,
        "day": "2024-04-17",
        "title": "Bộ ảnh một cửa",
        "proofs": [{"kind": "published", "day": "2024-04-17", "issue": "Số 12"}],
    },
    "POST /pieces/{piece_id}/withdrawal": {"reason": "Trùng"},
    "POST /plans/{slug}/listings": {
        "text": "17/04/2024\n17h45 Chuyên mục cải cách hành chính",
        "channel": "KG",
    },
    "POST /plans/{slug}/listings/book": {
        "choices": [
            {
                "class": "as-planned",
                "occurrence": "occ_0123456789abcdef",
                "day": "2024-04-17",
                "time": "17:45",
                "line": "17h45 Chuyên mục cải cách hành chính",
            }
        ]
    },
    "PATCH /cut-offs": CUT_OFFS,
    "POST /people": {"email": "bien.tap@example.org", "role": "editor", "outlets": ["Đài PT-TH"]},
    "PATCH /people/{person_id}": {"role": "manager"},
    "POST /tokens": {"label": "Màn hình phòng trực", "scope": "read"},
    "POST /subscribers": SUBSCRIPTION_BODY,
    "PATCH /subscribers/{subscriber_id}": {"leads": ["P1D", "PT2H"]},
}
