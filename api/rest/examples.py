"""One example of a good answer for each operation; a test holds each against its shape."""

from __future__ import annotations

from typing import Any, Final

JsonObject = dict[str, Any]

OCCURRENCE: Final[JsonObject] = {
    "id": "occ_019b8c1ca08800003c94997e7d62b31a",
    "uid": "019b8c1ca08800003c94997e7d62b31a@airslot.example",
    "plan": "kien-giang-2024",
    "item": "2.2",
    "title": "Chuyên mục truyền hình về cải cách hành chính",
    "outlet": "Đài Phát thanh và Truyền hình Kiên Giang",
    "channel": "KG",
    "kind": "premiere",
    "state": "planned",
    "start": "2024-04-17T17:45",
    "end": "2024-04-17T17:57",
    "minutes": 12,
    "minutes_max": None,
    "assumed_minutes": None,
    "timezone": "Asia/Ho_Chi_Minh",
    "starts_at": "2024-04-17T10:45:00Z",
    "ends_at": "2024-04-17T10:57:00Z",
    "premiere": None,
    "sequence": 0,
    "original_start": "2024-04-17T17:45",
    "shifted_from": None,
    "reason": None,
    "reasons": None,
    "note": None,
    "orphaned": False,
    "one_off": False,
    "updated_at": "2024-04-02T01:00:00Z",
}
OCCURRENCES: Final[JsonObject] = {"items": [OCCURRENCE], "next": None}

PLAN: Final[JsonObject] = {
    "slug": "kien-giang-2024",
    "title": "Kế hoạch truyền thông cải cách hành chính tỉnh Kiên Giang năm 2024",
    "number": "101/KH-UBND",
    "office": "Ủy ban nhân dân tỉnh Kiên Giang",
    "year": 2024,
    "first_day": "2024-01-01",
    "last_day": "2024-12-31",
    "signed": "2024-04-02",
    "timezone": "Asia/Ho_Chi_Minh",
    "weeks": "blocks",
    "budget": 1_005_896_756,
    "total": 1_005_896_756,
    "groups": [
        {"number": "1", "title": "Báo Kiên Giang", "subtotal": 132_000_000, "budget": 132_000_000},
        {
            "number": "2",
            "title": "Đài Phát thanh và Truyền hình Kiên Giang",
            "subtotal": 308_896_756,
            "budget": 308_896_756,
        },
        {
            "number": "3",
            "title": "Cổng Thông tin điện tử Chính phủ",
            "subtotal": 300_000_000,
            "budget": 300_000_000,
        },
        {
            "number": "4",
            "title": "Tạp chí Quản lý nhà nước",
            "subtotal": 30_000_000,
            "budget": 30_000_000,
        },
        {"number": "5", "title": "Liên đoàn Lao động tỉnh", "subtotal": 235_000_000, "budget": 235_000_000},
    ],
    "public": True,
    "revision": 1,
    "url": "http://127.0.0.1:8000/plans/kien-giang-2024",
    "feed": "http://127.0.0.1:8000/plans/kien-giang-2024.ics",
}
PLANS: Final[JsonObject] = {"items": [PLAN], "next": None}

ITEM: Final[JsonObject] = {
    "number": "2.2",
    "group": "2",
    "title": "Chuyên mục truyền hình về cải cách hành chính",
    "product": None,
    "outlet": "Đài Phát thanh và Truyền hình Kiên Giang",
    "phrase": "17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG và phát lại 6 giờ 0 phút Kênh KG ngày hôm sau, "
    "thời lượng 12 phút",
    "reading": {
        "vi": "17:45 thứ Tư tuần 3 hằng tháng, kênh KG, thời lượng 12 phút, "
        "phát lại 06:00 ngày hôm sau kênh KG; chỉ tiêu: 1 chuyên mục/tháng",
        "en": "5:45 pm Wednesday week 3 of each month, on channel KG, lasting 12 minutes, "
        "replay 6:00 am the next day on channel KG; target: 1 chuyên mục per month",
    },
    "target": "12 chuyên mục/năm (1 chuyên mục/tháng)",
    "quotas": [],
    "budget": 91_596_756,
    "valid_from": None,
    "valid_until": None,
    "next": {"id": "occ_019b8c1ca08800003c94997e7d62b31a", "kind": "premiere", "start": "2024-04-17T17:45"},
}
ITEMS: Final[JsonObject] = {"items": [ITEM], "next": None}

EXPAND_BODY: Final[JsonObject] = {
    "phrase": "Wednesday week 3 at 17:45",
    "from": "2024-04-01",
    "to": "2024-04-30",
    "lang": "en",
}
EXPANSION: Final[JsonObject] = {
    "id": None,
    "phrase": "Wednesday week 3 at 17:45",
    "status": "understood",
    "schedule": {
        "kind": "airing",
        "vi": "17:45 thứ Tư tuần 3 hằng tháng",
        "en": "5:45 pm Wednesday week 3 of each month",
        "rrule": ["FREQ=MONTHLY;BYDAY=3WE"],
        "weeks": "blocks",
    },
    "instances": [
        {
            "kind": "premiere",
            "start": "2024-04-17T17:45",
            "end": None,
            "channel": None,
            "minutes": None,
            "minutes_max": None,
            "shifted_from": None,
            "reason": None,
            "reasons": None,
        }
    ],
    "left_out": [],
    "days_off": None,
    "quota": [],
    "conventions": {},
    "readings": [],
    "ignored": [],
    "corrections": [],
    "warnings": [],
    "problems": [],
    "doubts": [],
}

DAYS_OFF: Final[JsonObject] = {
    "items": [
        {
            "day": "2024-05-01",
            "kind": "holiday",
            "name": "International Labor Day",
            "names": {"vi": "Ngày Quốc tế Lao động", "en": "International Labor Day"},
            "source": "country",
        },
        {"day": "2024-05-04", "kind": "worked", "name": None, "names": None, "source": "country"},
    ],
    "next": None,
}

HEALTH: Final[JsonObject] = {
    "status": "ok",
    "version": "0.1.0",
    "plan_time": "2024-04-02T01:00:00Z",
    "machine_time": "2024-11-23T02:10:00Z",
    "checks": {
        "database": {"ok": True, "text": "answers; its schema is up to date"},
        "clock": {
            "ok": True,
            "text": "plan time was started elsewhere by AIRSLOT_NOW and runs on from there",
        },
    },
}

SUBSCRIPTION_BODY: Final[JsonObject] = {
    "email": "nguoi.nhan@example.org",
    "language": "vi",
    "leads": ["P7D", "P1D"],
    "filters": {"plans": ["kien-giang-2024"], "channels": ["KG"]},
    "quiet_from": "21:00",
    "quiet_until": "06:00",
}
SUBSCRIPTION_PATCH: Final[JsonObject] = {"leads": ["P1D", "PT2H"], "digest": "weekly"}
SUBSCRIBER: Final[JsonObject] = {
    "id": "sub_5f2b1c9d3e7a4b6c8d0e1f2a",
    "email": "nguoi.nhan@example.org",
    "language": "vi",
    "state": "pending",
    "timezone": "Asia/Ho_Chi_Minh",
    "leads": ["P7D", "P1D"],
    "filters": {"plans": ["kien-giang-2024"], "items": [], "outlets": [], "channels": ["KG"], "kinds": []},
    "quiet_from": "21:00",
    "quiet_until": "06:00",
    "digest": None,
    "notices": True,
    "revision": 1,
    "confirmed_at": None,
    "created_at": "2024-04-02T01:00:00Z",
    "updated_at": "2024-04-02T01:00:00Z",
}
PERSONAL_DATA: Final[JsonObject] = {
    "subscriber": SUBSCRIBER,
    "suppressed": None,
    "links": [],
    "feeds": [],
    "reminders": [],
}

COMING: Final[JsonObject] = {
    "due_at": "2024-04-16T01:00:00Z",
    "to": "an@example.org",
    "language": "vi",
    "what": "reminder",
    "lead": "P1D",
    "occurrence": OCCURRENCE["id"],
    "plan": OCCURRENCE["plan"],
    "item": OCCURRENCE["item"],
    "start": OCCURRENCE["start"],
}
REMINDER: Final[JsonObject] = {
    "id": "17",
    "subscriber": "sub_5f2b1c9d3e7a4b6c8d0e1f2a",
    "to": "nguoi.nhan@example.org",
    "what": "reminder",
    "lead": "P1D",
    "state": "accepted",
    "occurrence": "occ_019b8c1ca08800003c94997e7d62b31a",
    "plan": "kien-giang-2024",
    "item": "2.2",
    "kind": "premiere",
    "start": "2024-04-17T17:45",
    "target_start": "2024-04-17T10:45:00Z",
    "due_at": "2024-04-16T01:00:00Z",
    "useful_until": "2024-04-17T08:45:00Z",
    "sent_at": "2024-04-16T01:00:00Z",
    "attempts": 1,
    "last_error": None,
    "message_id": "<5a0f8e2c9b7d4e61b3a2c8f70d9e1b46@airslot.example>",
}
DECISION_BODY: Final[JsonObject] = {"arrived": True}
LOG: Final[JsonObject] = {
    "subscriber": {
        "id": "sub_5f2b1c9d3e7a4b6c8d0e1f2a",
        "email": "nguoi.nhan@example.org",
        "state": "active",
    },
    "occurrence": {
        "id": "occ_019b8c1ca08800003c94997e7d62b31a",
        "plan": "kien-giang-2024",
        "item": "2.2",
        "kind": "premiere",
        "state": "planned",
        "start": "2024-04-17T17:45",
    },
    "reasons": [],
    "messages": [
        {
            "id": "17",
            "what": "reminder",
            "lead": "P1D",
            "state": "accepted",
            "due_at": "2024-04-16T01:00:00Z",
            "sent_at": "2024-04-16T01:00:00Z",
            "message_id": "<5a0f8e2c9b7d4e61b3a2c8f70d9e1b46@airslot.example>",
            "reasons": [
                {
                    "code": "accepted",
                    "en": "The mail server accepted it at 08:00 Tuesday, 16 April 2024 (250 OK); Message-ID "
                    "<5a0f8e2c9b7d4e61b3a2c8f70d9e1b46@airslot.example>.",
                    "vi": "Máy chủ thư đã nhận lúc 08:00 thứ Ba, 16/04/2024 (250 OK); Message-ID "
                    "<5a0f8e2c9b7d4e61b3a2c8f70d9e1b46@airslot.example>.",
                }
            ],
            "steps": [
                {
                    "at": "2024-04-16T01:00:00Z",
                    "from": "handing_over",
                    "to": "accepted",
                    "detail": "250 OK",
                }
            ],
        }
    ],
}

PROGRESS: Final[JsonObject] = {
    "plan": "kien-giang-2024",
    "period": "2024-Q1",
    "basis": "reporting",
    "first": "2023-12-15",
    "last": "2024-03-14",
    "expected_until": "2024-03-31",
    "today": "2024-04-02",
    "before_signature": 2,
    "after_cut_off": 0,
    "rows": [
        {
            "item": "2.2",
            "unit": "chuyên mục",
            "title": "Chuyên mục truyền hình về cải cách hành chính",
            "outlet": "Đài Phát thanh và Truyền hình Kiên Giang",
            "dated": True,
            "planned": 2,
            "open": 0,
            "delivered": 1,
            "kept": 1,
            "missed": 1,
            "cancelled": 0,
            "moved": 0,
            "unconfirmed": 0,
            "coming": 0,
            "ahead": 0,
            "early": 0,
            "late": 0,
            "extra": 0,
            "made_good": 0,
            "expected": 1,
            "before_signature": 2,
            "after_cut_off": 0,
            "due": 2,
            "net_missed": 1,
            "pace": None,
            "band": None,
            "behind": False,
            "percent": "50.0",
            "value_due": 15_266_126,
            "value_delivered": 7_633_063,
            "notes": ["2 due before the plan was signed."],
        }
    ],
    "totals": {
        "planned": 2,
        "delivered": 1,
        "missed": 1,
        "open": 0,
        "unconfirmed": 0,
        "value_due": 15_266_126,
        "value_delivered": 7_633_063,
    },
    "outlets": [
        {
            "outlet": "Đài Phát thanh và Truyền hình Kiên Giang",
            "planned": 2,
            "delivered": 1,
            "missed": 1,
            "open": 0,
            "unconfirmed": 0,
            "value_due": 15_266_126,
            "value_delivered": 7_633_063,
        }
    ],
    "channels": [{"channel": "KG", "planned": 2, "delivered": 1, "missed": 1, "open": 0, "unconfirmed": 0}],
}
EXAMPLES: Final[dict[str, JsonObject]] = {
    "/plans": PLANS,
    "/plans/{slug}": PLAN,
    "/plans/{slug}/items": ITEMS,
    "/plans/{slug}/items/{number}": ITEM,
    "/occurrences": OCCURRENCES,
    "/occurrences/upcoming": OCCURRENCES,
    "/occurrences/{occurrence_id}": OCCURRENCE,
    "/expand": EXPANSION,
    "/days-off": DAYS_OFF,
    "/subscriptions": SUBSCRIBER,
    "/subscriptions/{token}": SUBSCRIBER,
    "/subscriptions/{token}/data": PERSONAL_DATA,
    "/reminders": {"items": [REMINDER], "next": None},
    "/reminders/log": LOG,
    "/reminders/{reminder_id}/decision": REMINDER,
    "/reminders/ahead": {"items": [COMING], "next": None},
    "/conflicts": {"items": [{"grade": "warn", "first": OCCURRENCE, "second": OCCURRENCE}], "next": None},
    "/occurrences/{occurrence_id}/free-slots": {
        "items": [{"start": "2024-04-24T17:45", "channel": "KG"}],
        "next": None,
    },
    "/reports/fulfilment": PROGRESS,
    "/health": HEALTH,
}
