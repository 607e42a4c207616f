"""Vietnamese: names of other things than time, and words that only look like one of time.

They stand behind the words of time, so that those come first where accents are missing.
"""

from __future__ import annotations

from rules.vocabulary.kinds import Kind, Line

HALL = "hall"  # a place that a number names, or a letter with a number: hội trường 3, hội trường T2
TERMINAL = "terminal"  # one that only such a code names: nhà ga T1

LINES: tuple[Line, ...] = (
    # words that hold a word of time, or look like one without accents, and are none
    (
        "v.d.|v.d|vd.|gặp gỡ|gặp mặt|gặp nhau|thông tin|như sau|sau đây|dưới đây|tới đây|"
        "điện tử|tập huấn|tập luyện|do trùng|vì trùng|trùng kỳ họp|trùng lịch|trùng tên|tập trung|trung tâm|"
        "trung ương|"
        "trung bình|trung thu|miền trung|trung học|trung thực|thư viện|thu gom|thu hoạch|thư ký|thu phí|"
        "thu nhập|thư giãn|thư pháp|"
        "khai giảng năm học mới|chào đón năm học mới|chào mừng năm học mới|chuẩn bị năm học mới|"
        "hoặc tương đương|cổng thông tin|thông tấn|từ thiện|tự học|định kỳ|quy định|quy mô|quy hoạch|"
        "quy chế|"
        "quy trình|quy chuẩn|nội quy|pháp quy|quý vị|quý khách|quý báu|quý giá|quý bạn|quý thầy|quý cô|"
        "quý ông|"
        "quý đại biểu|quý thính giả|quý khán giả|quý độc giả|quý phụ huynh|quý hiếm|thang máy|"
        "cầu thang|sáng tạo|sáng kiến|sáng tác|trong sáng|tỏa sáng|thắp sáng|chiều cao|chiều dài|chiều sâu|"
        "nhiều chiều|hai chiều|một chiều|thứ trưởng|thứ tự|thứ hạng|thứ cấp|cách mạng tháng tám|"
        "cách mạng tháng 8|cách mạng tháng mười|không dùng|"
        "ca 1|ca 2|ca 3|ca 4|ca một|ca hai|ca ba|chuyển đổi số|"
        "thi giữa kỳ|thi cuối kỳ|kiểm tra giữa kỳ|kiểm tra cuối kỳ|kiểm tra giữa học kỳ|"
        "kiểm tra cuối học kỳ|giữa học kỳ|cuối học kỳ|giao lưu|áo dài|lưu thông|"
        "lưu động|lưu niệm|lưu trú|lưu trữ|lưu vực|lưu lượng|"
        "lên đường|con đường|tư tưởng|tư vấn|đầu tư|tư pháp|tư liệu|trong nước|chuyên mục khác|"
        "cuối khóa|đầu khóa|quá trình|thực hành tiết kiệm|đơn vị phối hợp|"
        "học kỳ i|học kỳ ii|học kỳ 1|học kỳ 2|dương lịch|xuất bản|nhiều người|trên toàn|trên địa bàn|"
        "trên cổng|giờ vàng|ngừng cấp điện|cấp điện|"
        "tạm ngừng cấp điện|ngừng cấp nước|tạm ngừng cấp nước|cắt điện|cắt nước|cắt điện luân phiên|"
        "cắt nước luân phiên|hỗ trợ|gần dân|"
        "áp dụng|sử dụng|xây dựng|ứng dụng|đề nghị|kiến nghị|từ điển|từ vựng|hay nhất|truyện hay|sách hay|"
        "phim hay",
        Kind.TEXT,
        None,
    ),
    (
        "kỳ họp|kỳ họp thường lệ|phiên họp|"
        "số nhà|nhà số|"
        "khu phố|tổ dân phố|tổ|ấp|"
        "thôn|xóm|khóm|buôn|sóc|đội|chi hội|chi đoàn|chi bộ|"
        "tuyến|tuyến số|"
        "phường|quận|khối|khóa|khoá|hẻm|ngõ|ngách|kiệt|cơ sở|nhóm|bàn|tiết|nhiệm kỳ|"
        "giai đoạn|"
        "niên khóa|niên khoá|thời kỳ|năm học|thế kỷ|điều|khoản|mục|phụ lục|chương|khu|lô|kiốt|trạm|khu vực|"
        "vòng|bảng|km|hạng|cấp|bậc|khu dân cư|nghị quyết số|điểm số|tỉ số|tỷ số",
        Kind.LABEL,
        "place",
    ),
    ("mùa", Kind.LABEL, "season"),
    (
        "phòng|phòng họp|phòng số|tầng|lầu|quầy|cửa số|cổng số|tòa nhà|toà nhà|tòa|toà|hội trường",
        Kind.LABEL,
        HALL,
    ),
    (
        "nhà ga|sảnh|nhà ga quốc tế|nhà ga quốc nội|nhà ga hành khách|ga quốc tế|ga quốc nội",
        Kind.LABEL,
        TERMINAL,
    ),
    (
        "đường|phố|đại lộ|quảng trường|công viên|rạp|nhà hát|sân vận động|nông trường|tỉnh lộ|quốc lộ|"
        "mẫu giáo|mầm non|nhà trẻ",
        Kind.PLACE,
        None,
    ),
    (
        "kế hoạch|công văn|thông báo|tờ trình|hướng dẫn|hợp đồng|giấy phép|văn bản|báo cáo|giấy mời|"
        "công điện|"
        "đề án|kết luận|giấy giới thiệu|giấy xác nhận|biên bản|lịch công tác",
        Kind.DOCUMENT,
        None,
    ),
    (
        "nghị quyết|nghị định|chỉ thị|quyết định|thông tư|luật|bộ luật|pháp lệnh|hiến pháp",
        Kind.DOCUMENT,
        "law",
    ),
    (
        "điện thoại|đt|đtdđ|sđt|số điện thoại|hotline|đường dây nóng|tổng đài|zalo|fax|liên hệ|số máy",
        Kind.PHONE,
        None,
    ),
    (
        "thanh niên|phụ nữ|nông dân|hộ gia đình|gia đình|doanh nghiệp|giáo viên|chiến sĩ|người dân|nhà báo|"
        "phóng viên|nghệ sĩ|diễn viên|y bác sĩ|bác sĩ|bệnh nhân|cựu chiến binh|thiếu nhi|trẻ em|công nhân|"
        "tình nguyện viên|học viên|khán giả|thính giả|phụ huynh|ngư dân|tiểu thương|giảng viên|nghệ nhân|"
        "du khách|hành khách|bạn trẻ|đội viên|trường học|địa phương|địa điểm|cơ quan|mục tiêu|nhiệm vụ|"
        "điểm cầu|tiết mục|gian hàng|câu lạc bộ|hợp tác xã|câu hỏi|lá cờ|bức ảnh|chậu hoa",
        Kind.COUNTED,
        None,
    ),
    ("kỷ niệm|kỉ niệm|chào mừng|hưởng ứng|nhân|nhân dịp|nhân ngày", Kind.OCCASION, None),
    ("lễ kỷ niệm|nhân dân|nhân viên|nhân sự|nhân lực|nhân quyền|nhân vật|nhân đạo|nhân ái", Kind.TEXT, None),
    (
        "sinh ngày|sinh năm|mất ngày|mất năm|ra đời ngày|ra đời năm|thành lập ngày|thành lập năm|"
        "ban hành ngày|ký ngày|cập nhật lần cuối|lần cập nhật cuối|cập nhật lúc|ngày đăng bài|ngày đăng tin",
        Kind.PAST_DAY,
        None,
    ),
)
