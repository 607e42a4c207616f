"""Words that may be a title: none that names a place, or only says that something happens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind

_OF_TITLES = frozenset({Kind.TEXT, Kind.UNIT, Kind.LABEL})
# Behind these a place is named, not what happens there.
_BEFORE_PLACES = frozenset({"at", "in", "tại", "ở"})
# Words that only say that something happens, and how.
_NO_TITLES = frozenset(
    {
        "meets", "meet", "meeting", "meetings", "held", "hold", "takes", "take", "place", "begins",
        "begin", "starts", "start", "starting", "runs", "run", "sits", "session", "sessions",
        "show", "we", "it", "this", "these", "that", "those", "he", "she", "they", "which", "when",
        "time", "times", "only", "early", "earlier", "late", "later", "special", "extended",
        "longer", "shorter", "normal", "normally", "always", "will", "be", "has", "have",
        "start-time", "please", "note", "from", "and", "for", "by", "to", "s", "live", "daily",
        "weekly", "monthly", "họp", "phát", "sóng", "chiếu", "ra", "đăng", "tiếp", "dân", "mở",
        "cửa", "bắt", "đầu", "diễn", "tổ", "chức", "làm", "việc", "buổi", "phiên", "lúc", "giờ",
        "vào", "là", "được", "sẽ", "chỉ", "sớm", "muộn", "hơn", "đặc", "biệt", "trực", "tuần",
        "tháng", "ngày", "thì", "mới", "lịch", "thời", "gian", "khung", "hằng", "hàng",
    }
)  # fmt: skip


_PLACES = frozenset(
    {
        "library", "hall", "centre", "center", "church", "school", "office", "offices", "house",
        "museum", "theatre", "hospital", "chapel", "venue", "campus", "pavilion", "online",
        "trường", "sở", "phòng", "nhà", "trụ", "trạm", "ubnd", "xã", "phường", "quận", "huyện",
        "thôn", "ấp",
    }
)  # fmt: skip
# Words that say of a period only that it holds.
_OF_VALIDITY = frozenset(
    {
        "term", "course", "classes", "dates", "valid", "applies", "apply", "effective", "period", "runs",
        "running", "throughout", "all", "áp dụng", "áp", "dụng", "thực", "hiện", "thực hiện", "hiệu",
        "lực", "hiệu lực", "khóa", "khoá", "học", "đợt", "kéo", "dài", "diễn ra", "thời gian", "bắt đầu",
    }
)  # fmt: skip


def names(words: Iterable[Sequence[Token]]) -> set[str]:
    """The words that may be a name: none where some name a place, which is no title."""
    found: set[str] = set()
    for gap in words:
        for token in gap:
            word = token.text.lower()
            if word in _BEFORE_PLACES:
                break
            if token.kind in _OF_TITLES and word not in _NO_TITLES and any(map(str.isalpha, word)):
                found.add(word)
    return found if not found & _PLACES else set()


def names_period(words: Iterable[Sequence[Token]]) -> bool:
    """True where the words beside a period may be the name of what it is the time of."""
    return bool(names(words) - _OF_VALIDITY)
