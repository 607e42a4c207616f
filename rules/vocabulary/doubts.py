"""Words that deny, limit or loosen what stands beside them, and everyday words that only look so.

A word of kind `UNSURE` is a problem wherever no production reads it: text that is set aside must not
hide "cancelled", "if" or "usually". The lines of kind `TEXT` name what contains such a word and
says nothing of time ("không gian" is space, "no charge" is a price); the longest entry wins.
"""

from __future__ import annotations

from rules.vocabulary.kinds import Kind, Line

OUT = "out"  # beside days of its own, such a word takes them out of those before it
ENDS = "ends"  # directly before a time of day, such a word says when something is over
APART = "apart"  # what has an own rule; in plain text "its own": "giấy mời riêng"
REST = "rest"  # behind a noun it says which of other things are meant: "6 thí sinh còn lại"
MEETS = "meets"  # a day off, or people
TURNS = "turns"  # against what stands before it; at the head of a phrase nothing does
REPLACES = "replaces"  # what stands behind such a word held before
IF = "if"  # such a word leaves open whether; in a sentence that has no time it waits for a person
MOVED = "moved"  # behind a date and before another, such a word puts the second in the first one's place
# Between two weekdays such a word may put the second in the first one's place, in a week that is not named.
WILL_BE = frozenset({"will", "sẽ"})
# Before a date of its own behind a rule, such words say that it is one of the rule's days.
NEXT_ONE = ("next", "upcoming", "forthcoming", "tiếp theo", "kế tiếp", "gần nhất", "sắp tới")

VI: tuple[Line, ...] = (
    ("thường|thông thường|thường thường|thường là", Kind.USUAL, None),
    # not at all
    (
        "không|không phải|chưa|hoãn|tạm hoãn|hủy|huỷ|hủy bỏ|"
        "đáng lẽ|đáng lẽ ra|đáng nhẽ|đáng lý|đáng lí|lẽ ra|nhẽ ra|đáng ra|suýt|"
        "được nghỉ|bỏ buổi|bỏ số|bỏ kỳ|bỏ phát|bãi bỏ|thôi không",
        Kind.UNSURE,
        None,
    ),
    (
        "nghỉ|tạm nghỉ|cho nghỉ|tạm dừng|tạm ngừng|tạm ngưng|dừng|ngừng|ngưng|đóng cửa|tạm đóng cửa|"
        "không tiếp|không tiếp dân|"
        "không tiếp công dân|không họp|không tổ chức|không làm việc|không mở cửa|không ra|không ra báo|"
        "không đăng|không chiếu|không sinh hoạt|không diễn ra|không có",
        Kind.UNSURE,
        OUT,
    ),
    # only if
    (
        "nếu|nếu có|khi có|khi cần|khi cần thiết|khi đủ|khi trời|khi thời tiết|mỗi khi|chỉ khi|trừ khi|"
        "trừ trường hợp|trong trường hợp|trường hợp|với điều kiện|tùy|tuỳ|tùy theo|tuỳ theo|tùy thuộc|"
        "căn cứ tình hình|có thể|có lẽ|có khả năng|chắc là|cũng có thể|không chừng|trừ tuần có|trừ khi có",
        Kind.UNSURE,
        None,
    ),
    # not always, or not just then
    (
        "đôi khi|thỉnh thoảng|thi thoảng|hầu như|hầu hết|đa số|phần lớn|"
        "bất thường|đột xuất|linh hoạt|linh động|xen kẽ|"
        "đan xen|so le|thay phiên|luân lưu|xoay vòng|thay đổi|không cố định|không định kỳ|"
        "không thường xuyên|bất kỳ|bất kì",
        Kind.UNSURE,
        None,
    ),
    # else, instead, in that order
    ("riêng", Kind.UNSURE, APART),
    (
        "nhưng|tuy nhiên|song song đó|chuyển sang|chuyển thành|chuyển từ|dời|dời sang|đổi sang|"
        "đổi thành|đổi từ|thay bằng|thay cho|thay vì|thay thế|lần lượt|tương ứng|theo thứ tự|"
        "các tháng khác|tháng khác|ngày khác|các ngày khác|các tuần khác|tuần khác|"
        "các tháng còn lại|các ngày còn lại|các tuần còn lại|sớm hơn|muộn hơn|trước tết|sau tết|"
        "trở về trước|trở lại trước|trở về sau",
        Kind.UNSURE,
        None,
    ),
    ("còn lại|luân phiên", Kind.UNSURE, REST),
    (
        "không gian|không khí|không quân|không trung|không thu|không thu phí|không mất phí|không cần|"
        "không phân biệt|không giới hạn|không chỉ|không chuyên|không dây|không ngừng|không khói|"
        "không giấy|không giấy tờ|không tiền mặt|không thuốc lá|không khói thuốc|không rác|không rác thải|"
        "không rác thải nhựa|không nhựa|không túi ni lông|không túi nilon|không viết|không viết tay|"
        "không chờ|không hẹn|không dùng tiền mặt|không bạo lực|không còi|không xe|họp thường lệ|"
        "phiên họp thường lệ|"
        "tháng phát sinh|quý phát sinh|kỳ phát sinh|"
        "hàng không|phòng không|trên không|số không|không lời|không tên|không đồng|không vé|"
        "hủy hoại|tiêu hủy|nghỉ hưu|nghỉ dưỡng|nghỉ mát|nghỉ chân|phòng nghỉ|nhà nghỉ|khu nghỉ dưỡng|"
        "giờ nghỉ|nghỉ ngơi|nghỉ giải lao|đóng cửa rừng|nói riêng|riêng tư|riêng biệt|tình riêng|"
        "thường trực|thường vụ|thường niên|thường thức|bình thường|phi thường|đời thường|thường dân|"
        "thường nhật|khác thường|thường phục|thường thắng|tầm thường|có thể hình|tùy bút|tuỳ bút|"
        "thay đổi khí hậu|thay đổi nhận thức|thay đổi hành vi|thay đổi cuộc sống|thay đổi cách|"
        "ngừng cấp|ngừng cung cấp|ngừng cung ứng|tạm ngừng cấp|tạm ngừng cung cấp|tạm ngừng cung ứng|"
        "ngưng cấp|ngưng cung cấp|ngưng cung ứng|tạm ngưng cấp|tạm ngưng cung cấp|tạm ngưng cung ứng|"
        "điểm dừng|trạm dừng|trạm dừng chân|dừng chân|trường hợp khẩn cấp|thi đua thường xuyên",
        Kind.TEXT,
        None,
    ),
    ("giờ thường lệ|khung giờ thường lệ|giờ cũ|giờ như cũ|giờ như mọi khi", Kind.UNSURE, None),
    ("giờ địa phương", Kind.FILLER, None),
    # when it ends, or when people are back
    ("lượt về", Kind.TEXT, None),
    (
        "về|về lúc|trở về|trở về lúc|quay về|quay về lúc|về đến|kết thúc|kết thúc lúc|hết giờ|hết giờ mở cửa|"
        "hết giờ phục vụ|hết giờ làm việc|hết giờ hoạt động|giờ đóng cửa|giờ kết thúc|đóng cửa lúc|"
        "đóng cửa vào lúc",
        Kind.HEDGE,
        ENDS,
    ),
    # several times a day, at which?
    (
        "mỗi giờ|hằng giờ|hàng giờ|từng giờ|mỗi tiếng|đầu mỗi giờ|mỗi nửa giờ|nửa giờ một lần|cứ mỗi giờ|"
        "đầu giờ",
        Kind.UNSURE,
        None,
    ),
    ("vài|một số|một vài|nhiều", Kind.HEDGE, None),
)

EN: tuple[Line, ...] = (
    (
        "usually|normally|generally|typically|as a rule|unless otherwise stated|unless otherwise noted|"
        "unless otherwise indicated|unless otherwise announced|unless otherwise advertised|"
        "unless otherwise advised|unless otherwise specified|unless otherwise notified|"
        "unless otherwise posted|unless stated otherwise|unless noted otherwise|"
        "unless indicated otherwise|unless advertised otherwise|unless announced otherwise|"
        "unless specified otherwise|except when noted|except where noted|except as noted|"
        "except as otherwise noted|except when otherwise noted|except where otherwise noted|unless noted|"
        "unless posted otherwise|unless otherwise scheduled|unless otherwise published|"
        "unless otherwise arranged",
        Kind.USUAL,
        None,
    ),
    # not at all
    (
        "discontinued|abandoned|deferred|skipped|"
        "won't|won’t|does not|doesn't|doesn’t|do not|don't|don’t|is not|isn't|"
        "isn’t|are not|aren't|aren’t|cannot|can't|can’t|not always|not yet|not necessarily|"
        "no longer|neither|nor|used to|should have|would have|could have|ought to have|"
        "was to have|were to have|was due|were due|had been due|was supposed|were supposed|"
        "had been supposed|was meant|were meant|was scheduled|were scheduled|had been scheduled|"
        "was planned|were planned|had been planned|"
        "was going to|were going to|was expected|were expected",
        Kind.UNSURE,
        None,
    ),
    (
        "moved to|postponed to|postponed until|rescheduled to|rescheduled for|brought forward to|moves to|"
        "moving to|move to|changes to|changed to|changing to|change to|switches to|switched to|switching to|"
        "switch to|shifts to|shifted to|shifting to",
        Kind.UNSURE,
        MOVED,
    ),
    (
        "no|none|closed|shut|shut off|shut down|not open|no meeting in|does not meet|do not meet|"
        "will not meet|does not normally meet|do not normally meet|does not usually meet|not held|"
        "is not held|are not held|not normally held|is not normally held|are not normally held|"
        "not usually held|are not usually held|will not be held",
        Kind.UNSURE,
        OUT,
    ),
    # only if
    (
        "whenever|providing|depending|depends|subject to|in case|as long as|on request|on demand",
        Kind.UNSURE,
        IF,
    ),
    (
        "except when|except if|except where|except during|"
        "term-time|termtime|in term|during term|in term time|during term time|in school holidays|"
        "in the school holidays|during school holidays|during the school holidays|outside school holidays|"
        "school holidays only|in the holidays|outside term|"
        "winter hours|summer hours|long weekend|long weekends|holiday weekend|holiday weekends|"
        "bank holiday weekend|bank holiday weekends",
        Kind.UNSURE,
        None,
    ),
    # not always, or not just then
    (
        "might|irregularly|irregular|potentially|alternatively|conceivably|"
        "tentative|tentatively|provisional|provisionally|varying|variable|"
        "rotating|in rotation|by rotation|in turn|"
        "expires|expiry",
        Kind.UNSURE,
        None,
    ),
    # else, instead, in that order
    (
        "but|in place of|replaces|replacing|brought forward|put back|shifted|"
        "in that order|otherwise|apart from that|before easter|after easter",
        Kind.UNSURE,
        None,
    ),
    ("your time|my time|their time|server time", Kind.UNSURE, None),
    ("however", Kind.UNSURE, TURNS),
    ("instead of|rather than", Kind.UNSURE, REPLACES),
    ("usual time|usual times|usual hour|usual hours|usual slot|normal time|normal hours", Kind.UNSURE, None),
    (
        "and so on|and so forth|et cetera|"
        "no charge|no booking|no bookings|no fee|no fees|no need|no cost|no experience|no registration|"
        "no appointment|no appointments|no ticket|no tickets|no reservation|no reservations|no dogs|"
        "no admission charge|no entry fee|no smoking|no parking|no alcohol|no audition|no prior|no previous|"
        "do not forget|don't forget|don’t forget|do not miss|don't miss|don’t miss|"
        "if you|if your|if interested|when to|provided by|is provided|are provided|be provided|"
        "is used to|are used to|be used to|being used to|get used to|"
        "closed captions|closed session|closed sessions|closed meeting|shut-eye|"
        "easter egg|easter eggs|road closed|street closed|lane closed|bridge closed",
        Kind.TEXT,
        None,
    ),
    # when it ends, or when people are back
    (
        "returning|returning at|return|return at|returns at|return journey|return trip|back at|back by|"
        "back for|arriving|arriving at|arriving back|arriving back at|arrives|arrives at|arrives back|"
        "home by|home at",
        Kind.HEDGE,
        ENDS,
    ),
    # several times a day, at which?
    (
        "on the hour|on the half hour|hourly|half-hourly|half hourly|two-hourly|every hour|each hour|"
        "every half hour|every half-hour|each half hour|every hour on the hour|every quarter of an hour",
        Kind.UNSURE,
        None,
    ),
    ("few|mostly|mainly", Kind.HEDGE, None),
    ("local time|when:", Kind.FILLER, None),
)
