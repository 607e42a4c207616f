"""Vietnamese: spellings -> kind and value; the table that a maintainer extends."""

from __future__ import annotations

from rules.schedule import Period
from rules.vocabulary import doubts, zones
from rules.vocabulary.kinds import ABOUT, AIMS, BEFORE, EACH_ONE, NAMES_DEADLINE, NO_REPLAY, Kind, Line
from rules.vocabulary.numbers import vietnamese
from rules.vocabulary.outlets import STATION
from rules.vocabulary.vi_names import LINES as LINES_OF_NAMES

# English words that a Vietnamese phrase may hold: they do not tell the language of a phrase.
BORROWED = frozenset({"am", "pm"}) | zones.BORROWED

LINES: tuple[Line, ...] = (
    *vietnamese(),
    *doubts.VI,
    *zones.VI,
    (
        "trước khi|ngay trước|liền trước|sớm nhất|không trước|quá|"
        "một trong|một trong số|một trong những|một trong các|"
        "gần|quanh|hoặc|hay|tối đa|nhiều nhất|ngoài|trên|hơn|dưới|so với|"
        "bỏ|bỏ qua|chừa|chừa ra|vắng|thiếu|miễn|cúp",
        Kind.HEDGE,
        None,
    ),
    ("trước", Kind.HEDGE, BEFORE),
    (
        "không phát lại|không chiếu lại|không phát sóng lại|không truyền lại|không đăng lại",
        Kind.HEDGE,
        NO_REPLAY,
    ),
    ("khoảng|vào khoảng|tầm|chừng", Kind.HEDGE, ABOUT),
    ("ít nhất|tối thiểu|không ít hơn|không dưới", Kind.HEDGE, "least"),
    (
        "chậm nhất|chậm nhất là|chậm nhất vào|chậm nhất là vào|muộn nhất|muộn nhất là|muộn nhất vào|"
        "muộn nhất là vào|trễ nhất|trễ nhất là|trễ nhất vào|không muộn hơn|không chậm hơn|không trễ hơn|"
        "không quá|không sau",
        Kind.DUE,
        None,
    ),
    (
        "hạn|hạn chót|hạn cuối|hạn cuối cùng|thời hạn|thời hạn cuối|thời hạn cuối cùng|thời hạn chót|hạn nộp|"
        "hạn gửi|hạn đăng ký|hạn nhận|hạn nhận hồ sơ|hạn báo cáo|hết hạn|đến hạn|thời điểm cuối|"
        "thời hạn nộp|thời hạn gửi|thời hạn đăng ký|thời hạn nhận|thời hạn báo cáo",
        Kind.DUE,
        NAMES_DEADLINE,
    ),
    (
        "trễ hơn|dự phòng|những tháng còn lại|"
        "những ngày còn lại|những ngày khác|các ngày còn lại trong tuần|các ngày khác trong tuần|"
        "các ngày tiếp theo|những ngày tiếp theo|các ngày sau|những ngày sau|"
        "các ngày sau đó|các ngày kế tiếp|những ngày kế tiếp|các tuần tiếp theo|các tuần sau|nhiều lần|"
        "vài lần|một số ngày|một vài ngày|vài ngày|một số buổi|vài buổi|nhiều ngày|nửa tháng một lần|"
        "các số tiếp theo|những số tiếp theo|các kỳ tiếp theo|những kỳ tiếp theo|các tập tiếp theo|"
        "các tập sau|những tập sau|các số sau|các kỳ sau|các buổi sau|các buổi tiếp theo|kể cả|bao gồm cả|"
        "gồm cả|nghỉ trưa|nghỉ giữa giờ",
        Kind.UNSURE,
        None,
    ),
    (
        "mùa chay|mùa vọng|mùa phục sinh|"
        "dịp hè|mùa hè|kỳ nghỉ hè|trong hè|mùa xuân|mùa thu|mùa đông|mùa mưa|mùa khô|mùa nước nổi|dịp tết|"
        "trong năm học|suốt năm học|năm học mới|học kỳ|dịp cuối năm|tết nguyên đán|"
        "dịp tết nguyên đán|"
        "trong tết|mùa giáng sinh|tuần thánh|tuần bát nhật",
        Kind.NO_MONTHS,
        None,
    ),
    (
        "hôm nay|ngày mai|tuần này|tháng này|quý này|năm nay|năm này|tuần tới|tháng tới|quý tới|"
        "năm tới|năm sau|tháng sau|quý sau|cùng tháng|tuần trước|tháng trước|quý trước|năm trước|năm ngoái|"
        "từ nay|kể từ nay|đến nay|tới nay|cho đến nay|tối nay|sáng nay|chiều nay|trưa nay|đêm nay|tối mai|"
        "sáng mai|chiều mai|trưa mai|"
        "hôm qua|sắp tới|vừa qua|vừa rồi|nọ|hôm thứ hai|hôm thứ ba|hôm thứ tư|hôm thứ năm|hôm thứ sáu|"
        "hôm thứ bảy|hôm chủ nhật|thứ hai tới|thứ ba tới|thứ tư tới|thứ năm tới|thứ sáu tới|thứ bảy tới|"
        "chủ nhật tới|thứ hai này|thứ ba này|thứ tư này|thứ năm này|thứ sáu này|thứ bảy này|chủ nhật này",
        Kind.RELATIVE,
        None,
    ),
    ("nhì", Kind.NUMBER_WORD, 2),
    ("tư", Kind.NUMBER_WORD, 4),
    ("bẩy", Kind.NUMBER_WORD, 7),
    ("thứ hai|thứ nhì", Kind.WEEKDAY, 0),
    ("thứ ba", Kind.WEEKDAY, 1),
    ("thứ tư", Kind.WEEKDAY, 2),
    ("thứ năm", Kind.WEEKDAY, 3),
    ("thứ sáu", Kind.WEEKDAY, 4),
    ("thứ bảy|thứ bẩy", Kind.WEEKDAY, 5),
    ("chủ nhật|chúa nhật|ngày chủ nhật", Kind.WEEKDAY, 6),
    ("cn", Kind.WEEKDAY, 6),
    ("thứ", Kind.ORDINAL_PREFIX, None),
    ("ngày thường", Kind.WEEKDAYS, (0, 1, 2, 3, 4)),
    ("các ngày trong tuần|ngày trong tuần|những ngày trong tuần", Kind.WEEKDAYS, None),
    ("ngày làm việc", Kind.WORKDAY, None),
    ("các ngày làm việc|các ngày làm việc trong tuần|ngày làm việc trong tuần", Kind.WORKDAY, "every"),
    (
        "mỗi ngày làm việc|hằng ngày làm việc|hàng ngày làm việc|mọi ngày làm việc|từng ngày làm việc",
        Kind.WORKDAY,
        "each",
    ),
    (
        "ngày cuối tuần|các ngày cuối tuần|dịp cuối tuần|hai ngày cuối tuần|2 ngày cuối tuần",
        Kind.WEEKDAYS,
        (5, 6),
    ),
    ("thứ nhất|đầu tiên|đầu|nhất", Kind.ORDINAL, 1),
    ("cuối cùng|cuối|sau cùng", Kind.ORDINAL, -1),
    ("áp chót|kế cuối", Kind.ORDINAL, -2),
    ("năm", Kind.YEAR, 5),
    ("ngày|số ra ngày|số ra các ngày", Kind.DAY, None),
    ("tuần|tuần lễ", Kind.WEEK, None),
    ("tháng", Kind.MONTH, None),
    ("quý|quí", Kind.QUARTER, None),
    ("nửa", Kind.HALF, None),
    ("tháng một", Kind.MONTH_NAME, 1),
    ("tháng hai", Kind.MONTH_NAME, 2),
    ("tháng ba", Kind.MONTH_NAME, 3),
    ("tháng tư|tháng bốn", Kind.MONTH_NAME, 4),
    ("tháng năm", Kind.MONTH_NAME, 5),
    ("tháng sáu", Kind.MONTH_NAME, 6),
    ("tháng bảy|tháng bẩy", Kind.MONTH_NAME, 7),
    ("tháng tám", Kind.MONTH_NAME, 8),
    ("tháng chín", Kind.MONTH_NAME, 9),
    ("tháng mười", Kind.MONTH_NAME, 10),
    ("tháng mười một", Kind.MONTH_NAME, 11),
    ("tháng mười hai", Kind.MONTH_NAME, 12),
    (
        "tháng giêng|tháng chạp|âm lịch|lịch âm|ngày rằm|rằm|mùng|mồng|ngày mùng|ngày mồng|al|âl|a.l",
        Kind.LUNAR,
        None,
    ),
    ("chưa rõ giờ|chưa ghi giờ", Kind.NO_TIME, None),
    ("hằng|hàng|mỗi|từng|mọi", Kind.EVERY, EACH_ONE),
    ("các|những|tất cả các|cả", Kind.EVERY, None),
    (
        "hằng ngày|hàng ngày|mỗi ngày|tất cả các ngày|các ngày trong tháng|ngày nào cũng|"
        "tất cả các ngày trong tuần|tất cả các ngày trong tháng|mọi ngày|các buổi trong ngày|suốt tuần|"
        "cả tuần|mọi ngày trong tuần|7 ngày trong tuần|bảy ngày trong tuần",
        Kind.EACH,
        Period.DAY,
    ),
    ("hằng tuần|hàng tuần|mỗi tuần|các tuần|tất cả các tuần", Kind.EACH, Period.WEEK),
    ("hằng tháng|hàng tháng|mỗi tháng|các tháng|từng tháng|tất cả các tháng", Kind.EACH, Period.MONTH),
    (
        "hằng quý|hàng quý|hằng quí|hàng quí|mỗi quý|mỗi quí|từng quý|các quý trong năm|tất cả các quý",
        Kind.EACH,
        Period.QUARTER,
    ),
    ("hằng năm|hàng năm|mỗi năm", Kind.EACH, Period.YEAR),
    ("sáu tháng một lần|nửa năm một lần", Kind.EACH, Period.HALF),
    ("cách tuần|tuần cách tuần", Kind.ALTERNATE, Period.WEEK),
    ("cách ngày", Kind.ALTERNATE, Period.DAY),
    ("cách tháng", Kind.ALTERNATE, Period.MONTH),
    ("lần|kỳ|kì", Kind.TIMES_A, None),
    ("chỉ tiêu|định mức|chỉ tiêu năm|chỉ tiêu cả năm", Kind.TARGET, None),
    ("một lần trong khoảng", Kind.ONE_PIECE, None),
    ("cách tính tuần", Kind.CONVENTION, None),
    (
        "tính từ tuần có ngày|tính từ tuần ngày|bắt đầu từ tuần có ngày|tính từ tháng có ngày",
        Kind.ANCHOR,
        None,
    ),
    (
        "tháng thiếu ngày thì bỏ qua|tháng không có ngày đó thì bỏ qua|tháng thiếu thì bỏ qua",
        Kind.MISSING,
        "skip",
    ),
    (
        "tháng thiếu ngày thì lấy ngày cuối tháng|tháng không có ngày đó thì lấy ngày cuối tháng|"
        "tháng thiếu thì lấy ngày cuối tháng|hoặc ngày cuối tháng",
        Kind.MISSING,
        "last",
    ),
    (
        "tháng thiếu ngày thì lấy ngày kế tiếp|tháng không có ngày đó thì lấy ngày kế tiếp",
        Kind.MISSING,
        "next",
    ),
    ("thường xuyên|liên tục|thường kỳ", Kind.REGULAR, None),
    ("cả năm|suốt năm|quanh năm|trọn năm|trong cả năm|trong suốt năm", Kind.WHOLE_YEAR, None),
    ("trong|suốt", Kind.THROUGHOUT, None),
    ("giữa", Kind.MIDDLE, "middle"),
    ("tháng chẵn|các tháng chẵn|những tháng chẵn", Kind.PARITY, ("month", 0)),
    ("tháng lẻ|các tháng lẻ|những tháng lẻ", Kind.PARITY, ("month", 1)),
    ("tuần chẵn|các tuần chẵn|những tuần chẵn", Kind.PARITY, ("week", 0)),
    ("tuần lẻ|các tuần lẻ|những tuần lẻ", Kind.PARITY, ("week", 1)),
    ("ngày chẵn|các ngày chẵn|những ngày chẵn", Kind.PARITY, ("day", 0)),
    ("ngày lẻ|các ngày lẻ|những ngày lẻ", Kind.PARITY, ("day", 1)),
    ("thượng tuần", Kind.PART_OF_MONTH, (1, 10)),
    ("trung tuần", Kind.PART_OF_MONTH, (11, 20)),
    ("hạ tuần", Kind.PART_OF_MONTH, (21, -1)),
    ("giờ|h|g", Kind.HOUR, None),
    ("tiếng|tiếng đồng hồ", Kind.MEASURE, "hour"),
    ("phút|ph|p", Kind.MINUTE, None),
    ("rưỡi", Kind.HALF_HOUR, None),
    ("kém", Kind.LESS, None),
    ("sáng|buổi sáng|sáng sớm|rạng sáng", Kind.DAYPART, "morning"),
    ("trưa|buổi trưa", Kind.DAYPART, "noon"),
    ("chiều|buổi chiều|xế chiều", Kind.DAYPART, "afternoon"),
    ("tối|buổi tối", Kind.DAYPART, "evening"),
    ("đêm|khuya|ban đêm|nửa đêm|giữa đêm", Kind.DAYPART, "night"),
    ("am|a.m.|a.m", Kind.DAYPART, "am"),
    ("pm|p.m.|p.m", Kind.DAYPART, "pm"),
    (
        "thời lượng|độ dài|thời lượng phát sóng|thời lượng chương trình|kéo dài|trong vòng|dài",
        Kind.DURATION,
        None,
    ),
    ("theo đồng hồ", Kind.BY_CLOCK, None),
    ("lúc|vào lúc|hồi|bắt đầu lúc|bắt đầu từ lúc|khung giờ|giờ phát sóng|vào khung giờ", Kind.AT, None),
    (
        "phát lại|phát sóng lại|chiếu lại|truyền lại|đăng lại|tái phát|phát lại vào|phát lại lúc|pl",
        Kind.REPLAY,
        None,
    ),
    ("cùng ngày|trong ngày|ngay trong ngày|ngày hôm đó|trong cùng ngày|cùng hôm|hôm đó", Kind.SAME_DAY, 0),
    (
        "ngày hôm sau|hôm sau|ngày sau|ngày kế tiếp|ngày tiếp theo|ngày kế|ngày liền kề|ngày sau đó|"
        "hôm sau đó|ngày hôm sau đó|ngày liền sau|hôm kế tiếp|hôm tiếp theo",
        Kind.NEXT_DAY,
        1,
    ),
    ("sáng hôm sau|sáng ngày hôm sau|sáng ngày sau", Kind.NEXT_DAY, (1, "morning")),
    ("trưa hôm sau|trưa ngày hôm sau", Kind.NEXT_DAY, (1, "noon")),
    ("chiều hôm sau|chiều ngày hôm sau", Kind.NEXT_DAY, (1, "afternoon")),
    ("tối hôm sau|tối ngày hôm sau", Kind.NEXT_DAY, (1, "evening")),
    ("sáng cùng ngày", Kind.SAME_DAY, (0, "morning")),
    ("trưa cùng ngày", Kind.SAME_DAY, (0, "noon")),
    ("chiều cùng ngày", Kind.SAME_DAY, (0, "afternoon")),
    ("tối cùng ngày", Kind.SAME_DAY, (0, "evening")),
    ("cùng tối", Kind.SAME_DAY, (0, "evening")),
    ("tối hôm đó|tối đó", Kind.SAME_DAY, (0, "evening")),
    (
        "cùng giờ|cùng khung giờ|cùng khung|cùng lúc|đều lúc|đều vào lúc|cùng thời điểm|cùng giờ đó|như trên|"
        "giờ như trên|lịch như trên",
        Kind.SAME_TIME,
        None,
    ),
    ("ngày hôm kia|ngày kia|hôm kia", Kind.NEXT_DAY, 2),
    ("sau|sau đó|sau khi phát|kể từ ngày phát", Kind.DAYS_LATER, None),
    ("cùng tuần|tuần đó|trong tuần đó|của tuần đó|trong cùng tuần|trong tuần", Kind.SAME_WEEK, None),
    ("tuần sau|tuần kế tiếp|tuần tiếp theo|tuần sau đó|tuần kế", Kind.NEXT_WEEK, None),
    ("từ|kể từ|bắt đầu từ|bắt đầu|bắt đầu vào", Kind.FROM, None),
    ("đến|tới|đến hết|cho đến|tới hết|đến cuối|cho đến hết|hết|->|→|➝|⟶", Kind.TO, None),
    ("và|cùng với|cùng|&|với", Kind.AND, None),
    ("trừ|ngoại trừ|loại trừ|không kể|không phát|trừ các|trừ ra", Kind.EXCEPT, None),
    ("của|thuộc", Kind.OF, None),
    ("thêm|ngoài ra|phát thêm", Kind.ALSO, None),
    (
        "vào|ở|tại|là|được|phát|phát sóng|lên sóng|đăng|đăng tải|đăng phát|ra|ngày phát|thời gian|"
        "phát hành|vào các|thời gian phát|thời gian phát sóng|phát vào|phát sóng vào|vào dịp|phát trên|"
        "lịch phát|lịch phát sóng|phát sóng trên|ra mắt",
        Kind.FILLER,
        None,
    ),
    (
        "kênh|trên kênh|trên sóng|sóng|kênh truyền hình|kênh sóng|trên kênh sóng|kênh phát thanh|"
        "trên kênh truyền hình|trên kênh phát thanh|sóng truyền hình|trên sóng truyền hình|sóng phát thanh|"
        "trên sóng phát thanh|trên sóng kênh|làn sóng|trên làn sóng",
        Kind.CHANNEL,
        None,
    ),
    (
        "trên đài|đài truyền hình|đài phát thanh|đài truyền thanh|đài phát thanh và truyền hình|"
        "đài phát thanh truyền hình|đài pt-th|đài ptth|đài phát thanh - truyền hình|tần số|trên tần số",
        Kind.CHANNEL,
        STATION,
    ),
    (
        "số|số báo|kỳ báo|số tạp chí|bài|bài viết|tin|tin bài|tin, bài|ảnh|hình ảnh|hình|clip|video|"
        "video clip|phóng sự|chuyên mục|chuyên đề|chuyên trang|chương trình|cuộc|hội nghị|hội thi|"
        "tiểu phẩm|tọa đàm|buổi|lớp|tập|bản tin|phim|kịch|cuộc thi|ấn phẩm|tạp chí|sản phẩm|lượt|"
        "hội thảo|hội diễn|infographic|tờ|đợt|trailer|spot|podcast|chuyến|hội nghị tập huấn|lớp tập huấn|bản",
        Kind.UNIT,
        None,
    ),
    (
        "trang|trang báo|giây|đồng|người|%|mét|trang a4|em|cháu|học sinh|sinh viên|đại biểu|hộ|hộ dân|"
        "cán bộ|công dân|hội viên|đoàn viên|đảng viên|thí sinh|vận động viên|tác phẩm|hiện vật|suất|"
        "phần quà|"
        "đơn vị|tuổi|huyện|xã|tỉnh|thành phố|triệu|triệu đồng|tỷ|tỉ|tỷ đồng|tỉ đồng|nghìn|ngàn|nghìn đồng|"
        "ngàn đồng|điểm|tiêu chí|cuốn|quyển|bản sách|lượt người|lượt khách|ghế|chỗ|chiếc|cái|cây|ha|m2|tấn|"
        "lít|độ|phần trăm|bạn đọc|bạn|khách|khẩu hiệu|băng rôn|pa nô|phần",
        Kind.MEASURE,
        "other",
    ),
    ("treo|giữ|lưu|duy trì|đăng treo|treo trên|hiển thị", Kind.STAY, None),
    (
        "ngày nghỉ|ngày thứ bảy, chủ nhật|ngày nghỉ cuối tuần|các ngày nghỉ|ngày nghỉ hằng tuần|"
        "ngày nghỉ hàng tuần",
        Kind.DAY_OFF,
        False,
    ),
    (
        "ngày nghỉ lễ|ngày nghỉ lễ, tết|ngày nghỉ tết|các ngày nghỉ lễ|các ngày nghỉ lễ, tết|"
        "dịp lễ|ngày lễ|ngày lễ, tết|lễ, tết|ngày lễ tết|lễ tết|ngày tết|các ngày lễ|các ngày lễ, tết|"
        "các ngày lễ tết|dịp lễ, tết|ngày lễ, ngày tết|nghỉ lễ, tết|nghỉ lễ|nghỉ tết",
        Kind.DAY_OFF,
        True,
    ),
    (
        "trùng|trùng vào|trùng với|trùng đúng|trùng đúng vào|rơi vào|rơi đúng vào|rơi trúng|trúng vào",
        Kind.SHIFT_IF,
        None,
    ),
    ("nhằm|nhằm vào", Kind.SHIFT_IF, AIMS),
    ("gặp", Kind.SHIFT_IF, doubts.MEETS),
    (
        "thì chuyển sang ngày làm việc tiếp theo|chuyển sang ngày làm việc tiếp theo|"
        "ngày làm việc tiếp theo|ngày làm việc kế tiếp|ngày làm việc liền kề|ngày làm việc liền sau|"
        "ngày làm việc sau đó|ngày làm việc đầu tiên sau đó|ngày làm việc liền kề tiếp theo|"
        "ngày làm việc kế tiếp liền kề|ngày làm việc tiếp theo liền kề|ngày làm việc liền kề kế tiếp|"
        "ngày làm việc kế tiếp sau đó|ngày làm việc tiếp theo sau đó|ngày làm việc kế|"
        "ngày làm việc đầu tiên sau kỳ nghỉ|ngày làm việc đầu tiên sau ngày nghỉ|"
        "ngày làm việc đầu tiên sau đợt nghỉ|ngày làm việc đầu tiên tiếp theo|"
        "ngày làm việc đầu tiên kế tiếp|buổi làm việc kế tiếp|buổi làm việc tiếp theo",
        Kind.SHIFT_TO,
        "next",
    ),
    (
        "ngày làm việc liền trước đó|ngày làm việc liền kề trước|ngày làm việc trước ngày nghỉ|"
        "ngày làm việc liền trước|ngày làm việc trước đó|ngày làm việc liền kề trước đó|"
        "ngày làm việc trước",
        Kind.SHIFT_TO,
        "previous",
    ),
    (
        "cùng thứ tuần kế tiếp|cùng thứ tuần sau|cùng thứ của tuần sau|cùng thứ của tuần kế tiếp|"
        "cùng thứ tuần tiếp theo",
        Kind.SHIFT_TO,
        "week",
    ),
    (
        "thì không phát|thì nghỉ|thì bỏ qua|thì không đăng|không phát sóng|thì thôi|thì không tổ chức|"
        "thì không tiếp|thì được nghỉ|thì sẽ nghỉ|thì tạm nghỉ|thì không làm việc|thì không họp",
        Kind.SHIFT_TO,
        "skip",
    ),
    *LINES_OF_NAMES,
)
