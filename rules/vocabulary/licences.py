"""What plain words between the terms of a phrase are there for: why they may stand, or why a person is asked.

A word here is text to the lexer, or says nothing alone. The longest spelling that fits wins, so a harmless
one ("hoàn thành nhiệm vụ") hides a shorter one that is not.
"""

from __future__ import annotations

import enum
from functools import cache
from typing import NamedTuple, TypeAlias

from rules.vocabulary.kinds import Lang
from rules.vocabulary.letters import fold, split_words


class Sense(enum.StrEnum):
    """Why a word may stand where it stands; those in `NEVER` let none stand between terms."""

    HAPPENS = "that it happens"  # airs, meets, is held
    PLACE = "a place"
    WHO = "who"
    WHY = "for whom or why"
    REMARK = "changes no date"
    OFFERS = "what is offered"  # changes no date either, but may have a period of its own
    PASSES = "nothing of its own"  # hides a shorter spelling
    EXAMPLE = "an example"
    COMPARES = "a comparison"
    FORMER = "what was before"  # "Previously it met on Mondays"
    AGAIN = "that it begins again"  # "Mondays at 8pm. Resumes 7 September"
    CHANGES = "that it is changed"  # "moving it to Tuesdays": decided, or not yet?
    WORK = "an order to do work"
    OTHER_ACT = "another act"  # guests come, there is a rehearsal: its time is not the item's
    MAKING = "how it is made"  # recorded, printed
    IF = "a condition"  # a doubt where it touches a term
    ARRANGED = "without a time of its own"  # "Saturday by appointment"
    CONDITION = "a condition, touching or not"  # "Extra talks as needed."
    OWN_CLAUSE = "a clause of its own"  # "…, and on Saturday it is open 10am-1pm"


NEVER = frozenset(
    {
        Sense.EXAMPLE,
        Sense.COMPARES,
        Sense.FORMER,
        Sense.AGAIN,
        Sense.CHANGES,
        Sense.WORK,
        Sense.OTHER_ACT,
        Sense.MAKING,
        Sense.IF,
        Sense.CONDITION,
        Sense.ARRANGED,
        Sense.OWN_CLAUSE,
    }
)

Line: TypeAlias = tuple[str, Sense]

VI: tuple[Line, ...] = (
    (
        "phát|phát sóng|phát hành|ra|ra mắt|ra số|đăng|đăng tải|in|xuất bản|họp|hội ý|giao ban|sinh hoạt|"
        "tổ chức|diễn ra|được tổ chức|mở|mở cửa|mở màn|khai mạc|bế mạc|khai trương|khai giảng|bế giảng|"
        "chiếu|công chiếu|trình chiếu|diễn|biểu diễn|công diễn|trình diễn|trực tiếp|tường thuật|"
        "truyền hình|truyền thanh|tiếp công dân|tiếp dân|tiếp khách|tiếp bạn đọc|làm việc|phục vụ|"
        "hoạt động|khám|khám bệnh|tiêm|thực hiện|tiến hành|gặp mặt|dạy|học|tập|thi|thi đấu|đấu|cúng|lễ|đọc|"
        "nhận|trả|thu gom|bắt đầu|kết thúc|dâng hương|chào cờ|ra quân|chạy|xuất phát|khởi hành|tưới|"
        "lên sóng|lên khuôn|lên trang",
        Sense.HAPPENS,
    ),
    (
        "tại|ở|trong|trên|nơi|trước|cạnh|phòng|hội trường|địa điểm|điểm|trường|nhà|sân|quảng trường|"
        "công viên|trạm|chợ|đường|ấp|thôn|khóm|khu|khu phố|tổ dân phố|xã|phường|thị trấn|huyện|quận|"
        "thành phố|tỉnh|trung tâm|trụ sở|ubnd|bệnh viện|chùa|đình|đền|nhà thờ|giáo xứ|hội quán|trực tuyến|"
        "online|zoom|số nhà|tầng|lầu|cổng|bến|rạp|nhà hát|nhà văn hóa|thư viện|bảo tàng|sân khấu|"
        "sân vận động",
        Sense.PLACE,
    ),
    (
        "do|của|bởi|với|cùng|có|ông|bà|anh|chị|thầy|cô|đồng chí|chủ tịch|phó chủ tịch|giám đốc|"
        "phó giám đốc|lãnh đạo|bí thư|trưởng|phó|ban|đài|báo|sở|phòng ban|đoàn|đội|hội|câu lạc bộ|clb|"
        "linh mục|nghệ sĩ|mc|ban tổ chức|bộ phận|công an|quân sự|mặt trận|ủy ban|uỷ ban|hội đồng|hđnd|tổ|"
        "nhóm",
        Sense.WHO,
    ),
    (
        "nhằm|để|cho|dành cho|vì|phục vụ cho|giúp|hướng tới|chào mừng|kỷ niệm|hưởng ứng|tuyên truyền|về|"
        "nội dung|chủ đề|với chủ đề|theo chủ đề|nhân dịp|nhân|theo|theo kế hoạch|theo quy định",
        Sense.WHY,
    ),
    (
        "dương lịch|dl|chỉ|đều|đều đặn|thì|là|trở lại|cứ|định kỳ|cố định|mới|nhất định|hành chính|"
        "giờ hành chính|trong giờ hành chính|miễn phí|vào cửa tự do|vé|giá vé|liên hệ|điện thoại|thứ tự|"
        "đặc biệt|cụ thể|như sau|cụ thể như sau|gồm|bao gồm|khung|mục|số|các số|bài|kỳ|toàn bộ|nguyên văn|"
        "tiếng việt|tiếng anh|tiếng khmer|sẽ|được|đã|đang|tại đó|suốt|đó|này|nói trên|nêu trên|áp dụng|"
        "được áp dụng|có hiệu lực",
        Sense.REMARK,
    ),
    (
        "như quỳnh|như ý|như nguyệt|như hoa|như thường lệ|như mọi khi|như chớp|như tuyền|"
        "tập trung tuyên truyền|tập trung vào|công trình|lộ trình|quy trình|chương trình|cũng như|đơn cử|"
        "tương tự học|xét nghiệm|hoàn thành tốt|hoàn thành xuất sắc|hoàn thành nhiệm vụ|"
        "hoàn thành nghĩa vụ|liền kề quý phát sinh|liền kề tháng phát sinh|liền kề kỳ phát sinh|"
        "nếu như|lại họp|lại phát|lại ra|lại có|cũng trên|cũng trên kênh|"
        "cũng trên sóng|cũng tại",
        Sense.PASSES,
    ),
    (
        "vd|v.d|vd.|ví dụ|ví dụ như|thí dụ|chẳng hạn|chẳng hạn như|như là|minh họa|đơn cử như|tỉ dụ|tỷ dụ",
        Sense.EXAMPLE,
    ),
    (
        "lại|như|giống|giống như|tương tự|tương tự như|khác với|kiểu như|cũng|cũng như vậy|cũng vậy|"
        "cũng phát|cũng có|cũng họp|gần nhất|liền kề|liền trước|liền sau|nghe lại|xem lại|trước đây|"
        "trước kia|năm cũ|lịch cũ|bù|làm bù|học bù|họp bù|phát bù|chiếu bù|sớm|muộn|trễ|sớm hơn thường lệ|"
        "nghỉ sớm|đóng cửa sớm|dự kiến|tạm thời|tạm|chưa chốt|sau cùng",
        Sense.COMPARES,
    ),
    (
        "ban hành|hoàn thành|hoàn tất|hoàn thiện|triển khai thực hiện|tổ chức thực hiện|tổ chức triển khai|"
        "họp xét|xét duyệt|xét chọn|bình xét|họp bình xét|thẩm định|phê duyệt|thẩm tra|tham mưu|rà soát|"
        "nghiệm thu|thanh toán|quyết toán|dự trù|lập dự toán|góp ý|cho ý kiến|đôn đốc|trình ubnd|"
        "trình hđnd|trình cấp|trình thường trực|trình lãnh đạo|trình ban|trình bộ|trình sở|trình ký|"
        "trình duyệt|trình thủ tướng|trình chính phủ|xây dựng kế hoạch|lập kế hoạch|soạn thảo|dự thảo|"
        "ký kết|ký hợp đồng|chuẩn bị nội dung",
        Sense.WORK,
    ),
    (
        "khách mời có mặt|có mặt|tập trung|đón khách|đón tiếp đại biểu|đón đại biểu|đón tiếp|"
        "mở cửa đón khách|soát vé|mở cổng|bán vé|phát vé|đăng ký|điểm danh|tổng duyệt|chạy thử|tập dượt|"
        "dọn dẹp|khách có mặt|đại biểu có mặt|ăn trưa|dùng cơm|xe chạy|xe khởi hành",
        Sense.OTHER_ACT,
    ),
    (
        "biên tập|được biên tập|biên soạn|dàn dựng|ghi hình|thu hình|quay hình|ghi âm|thu âm|thu thanh|"
        "duyệt bài|duyệt nội dung|chốt bài|chốt nội dung|dàn trang|nộp lưu chiểu|in ấn",
        Sense.MAKING,
    ),
    (
        "nếu|khi|lúc nào|hễ|miễn là|với điều kiện|tùy|tuỳ|giả sử|một khi|chừng nào|trường hợp",
        Sense.IF,
    ),
)

# "The committee may meet on Tuesdays": it may, or it may not.
_MAYBE = "|".join(
    f"{may} {verb}"
    for may in ("may", "could")
    for verb in (
        "meet", "air", "be held", "be shown", "be aired", "be broadcast", "be open", "open", "take place",
        "start", "begin", "be repeated", "run",
    )
)  # fmt: skip

EN: tuple[Line, ...] = (
    (
        "airs|air|aired|airing|is aired|broadcast|broadcasts|goes out|goes out live|go out|shown|shows|"
        "screens|screened|is published|are published|published|appears|appear|comes out|come out|is issued|"
        "issued|meets|meet|meeting|meetings|is held|are held|held|takes place|take place|happens|runs|run|"
        "running|sits|opens|open|starts|start|begins|begin|continues|continuing|gathers|performs|plays|streams|"
        "offers|serves|teaches|receives|lasts|is on|are on|live|will be|is|are|kicks off|kick off",
        Sense.HAPPENS,
    ),
    (
        "at|in|inside|outside|near|room|hall|church|library|centre|center|school|street|road|square|park|"
        "house|office|museum|theatre|theater|chapel|venue|online|on zoom|zoom|upstairs|downstairs|there|"
        "here|village|town|city|ward|building|campus|suite|foyer|gallery|studio|pavilion|club|location|via",
        Sense.PLACE,
    ),
    (
        "by|of|from|led by|hosted by|with|our|your|their|his|her|we|it|they|council|committee|board|team|"
        "mayor|chair|president|secretary|member|members|staff|society|association|mr|mrs|ms|dr|who",
        Sense.WHO,
    ),
    (
        "for|to|about|on|so that|in aid of|in support of|in honour of|in honor of|because of",
        Sense.WHY,
    ),
    (
        "only|all|sharp|prompt|promptly|please|note|both|each|always|will|be|has|have|had|"
        "been|was|were|this|that|which|these|those|where|time|times|date|dates|day|days|hours|weekly|"
        "monthly|daily|regular|annual|scheduled|currently|subtitled|signed|new|special|extra|main|"
        "please note|note that|as follows|the following times|the following days|on the following days|"
        "following days|following times|following dates|the following dates|kick-off|long wave|inclusive|"
        "incl",
        Sense.REMARK,
    ),
    ("welcome|free", Sense.OFFERS),
    (
        "such as you|as soon|as well|as well as|as part of|as a|as an|as usual|early years|early learners|"
        "early music|early birds|early bird|early childhood|late night|late show|would like|feel like|"
        "like minded|like-minded|record of|record office|record fair|complete beginners|complete works|"
        "draft horse|review group|tickets available|live recording",
        Sense.PASSES,
    ),
    (
        "e.g.|e.g|eg|for example|for instance|such as|example|examples|say|i.e.|i.e|ie|viz",
        Sense.EXAMPLE,
    ),
    (
        "like|same as|the same as|as on|as in|similar to|compare|cf|unlike|also heard|also|likewise|"
        "following|preceding|prior|previous|nearest|closest|adjacent|next to|containing|contains|falling|"
        "whichever|potentially|possibly|perhaps|maybe|probably|hopefully|likely|expected|exclusive|instead|"
        "rather than|in lieu|as opposed|earlier|later|closing early|close early|"
        "closes early|finishing early|longer|shorter|extended|or|ahead of|leading up|immediately|"
        "straight after|directly after",
        Sense.COMPARES,
    ),
    ("formerly|previously|originally|in the past|up to now|until now|at one time", Sense.FORMER),
    (
        "move|moved|moves|moving|change|changed|changes|changing|switch|switched|switches|switching|"
        "shifted|shifting|reschedule|rescheduled|rescheduling|update|updated|updates|updating|"
        "postpone|postponed|move to|moving to|moved to|change to|changing to|changed to|switch to|"
        "switching to|switched to|shifting to|shifted to|rescheduled to|rescheduled for|postponed to|"
        "postponed until|brought forward to",
        Sense.CHANGES,
    ),
    (
        "is moving to|are moving to|will move to|moves to|has moved to|have moved to|been moved to|"
        "was moved to|were moved to|is moved to|are moved to|be moved to|now moved to|is changing to|"
        "are changing to|will change to|changes to|has changed to|have changed to|been changed to|"
        "was changed to|is switching to|are switching to|will switch to|switches to|has switched to|"
        "been rescheduled to|been rescheduled for|is rescheduled to|is rescheduled for|been postponed to|"
        "been postponed until|is postponed to|is shifting to|"
        "will shift to|been brought forward to|was moved from|been moved from|has moved from|is moving from|"
        "will move from|moves from",
        Sense.HAPPENS,
    ),
    ("resume|resumes|resuming|reopen|reopens|reopening|restarts|returns|return|back", Sense.AGAIN),
    (
        "approve|adopt|finalise|finalize|implement|prepare|compile|sign off|evaluate|procure|consult|"
        "propose|enact|promulgate|complete",
        Sense.WORK,
    ),
    (
        "rehearsal|rehearsals|soundcheck|sound check|guests arrive|arrive|arrival|arrivals|gates|"
        "box office|tickets on sale|on sale|booking opens|bookings open|sign up|sign-up|set up|set-up|"
        "check in|check-in|bar opens|bar open|refreshments|last orders|last entry|last admission|warm up|"
        "warm-up|pick up|pick-up|drop off|drop-off|break|interval|intermission|tea break|coffee break|"
        "lunch break",
        Sense.OTHER_ACT,
    ),
    (
        "drafted|compiled|proofread|recorded|recording|is recorded|filmed|filming|taped|taping|printed|"
        "edited|copy deadline|uploaded|rehearses|rehearsed",
        Sense.MAKING,
    ),
    (
        "by appointment|by appt|by prior appointment|by appointment only|by arrangement|by prior arrangement|"
        "by request|upon request|appointment only",
        Sense.ARRANGED,
    ),
    (
        "as needed|as-needed|if needed|when needed|as required|as necessary|if required|if necessary|"
        "when required|when necessary|to be confirmed|to be announced|to be decided|"
        "to be arranged|if|only if|unless|when|whenever|provided|providing|depending|depends|"
        "subject to|in case|as long as|on request|on demand|vary|varies|weather permitting|assuming|"
        "in the event|should there|where possible|only change|one change|only exception|one exception|"
        "exception is|exceptions are|the exception",
        Sense.CONDITION,
    ),
    (_MAYBE, Sense.IF),
    (
        "it is|it is open|it opens|it meets|it starts|it airs|we are|we are open|we open|we meet|we start|"
        "they are|they are open|they open|they meet|there is|there are",
        Sense.OWN_CLAUSE,
    ),
)


class Spelling(NamedTuple):
    """One spelling as words, with and without accents, and what it is there for."""

    words: tuple[str, ...]
    folded: tuple[str, ...]
    sense: Sense


@cache
def senses(lang: Lang) -> dict[str, tuple[Spelling, ...]]:
    """Spellings by their first folded word, the longest first."""
    table: dict[str, list[Spelling]] = {}
    for spellings, sense in VI if lang == "vi" else EN:
        for text in spellings.split("|"):
            words = tuple(split_words(text))
            made = Spelling(words, tuple(map(fold, words)), sense)
            table.setdefault(made.folded[0], []).append(made)
    return {word: tuple(sorted(found, key=lambda one: -len(one.words))) for word, found in table.items()}
