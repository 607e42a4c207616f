"""Deadlines as offices write them: the day, or the moment, at which something falls due."""

from __future__ import annotations

from datetime import date, timedelta

from tests.phrases.almanac import (
    ALL,
    FRI,
    MON,
    THU,
    TUE,
    WED,
    WEEKDAYS,
    YEAR,
    at,
    dates,
    days_of,
    in_week,
    monthly,
    weekly,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

QUARTER_ENDS, AFTER_QUARTERS = (3, 6, 9, 12), (1, 4, 7, 10)


def workdays(number: int, *months: int) -> list[date]:
    """The n-th day from Monday to Friday of each month; -1 is the last."""
    found = []
    for month in months:
        days = [d for d in days_of(month) if d.weekday() <= FRI]
        found.append(days[number - 1 if number > 0 else number])
    return found


def moved_to_monday(days: list[date]) -> list[date]:
    return [d + timedelta({5: 2, 6: 1}.get(d.weekday(), 0)) for d in days]


ENGLISH: list[Case] = [
    # a day, with its time or without
    clear("Tenders to be returned by 12 noon on Tuesday 9 April 2024", at(dates((4, 9)), "12:00")),
    clear("Please reply by Friday 15 March", dates((3, 15))),
    clear("Entries to the show secretary by 17 August 2024, 5pm", at(dates((8, 17)), "17:00")),
    clear("Nominations must reach the clerk no later than 4 p.m. on 5 April", at(dates((4, 5)), "16:00")),
    clear("Comments are to be submitted not later than 30 June 2024", dates((6, 30))),
    clear("All forms to be in on or before 14 June", dates((6, 14))),
    clear("Council tax due 1 April", dates((4, 1))),
    clear("Subscriptions due by 31 January", dates((1, 31))),
    clear("Renewal due on 1 July 2024", dates((7, 1))),
    clear("Invoice due 28/06/2024", dates((6, 28))),
    clear("Grant applications: deadline 31 May 2024, 23:59", at(dates((5, 31)), "23:59")),
    clear("Closing date: 19 July 2024", dates((7, 19))),
    clear("Closing date for entries: Monday 3 June, 10am", at(dates((6, 3)), "10:00")),
    clear("Poster competition, deadline Friday 22 November", dates((11, 22))),
    clear("31 October is the deadline", dates((10, 31))),
    clear("Deadline is 9am on 2 December", at(dates((12, 2)), "09:00")),
    clear("Send your photographs by 6pm, 21 September, at the latest", at(dates((9, 21)), "18:00")),
    clear("Expressions of interest: 8 March 2024 at the latest", dates((3, 8))),
    clear("The annual return must be filed by December 15, 2024", dates((12, 15))),
    clear("Permits must be renewed annually by 1 May", dates((5, 1))),
    # several
    clear("First draft by 12 February, final text by 11 March", dates((2, 12), (3, 11))),
    clear("Instalments due 1 February, 1 May, 1 August and 1 November", monthly(1, (2, 5, 8, 11))),
    clear("Mid-term report due 14 June; final report due 13 December", dates((6, 14), (12, 13))),
    clear("Returns by 10 April, 10 July and 10 October", monthly(10, (4, 7, 10))),
    # again and again
    clear("Copy for the newsletter by the 20th of each month", monthly(20)),
    clear("Copy deadline: the 15th of every month", monthly(15)),
    clear("Payroll changes by 10am on the 18th of each month", at(monthly(18), "10:00")),
    clear("Minutes to be circulated by 5pm every Thursday", at(weekly(THU), "17:00")),
    clear("Lesson plans by noon every Monday", at(weekly(MON), "12:00")),
    clear("Daily takings to be reported by 6pm every weekday", at(weekly(*WEEKDAYS), "18:00")),
    clear("Timesheets every Wednesday by 4.30pm", at(weekly(WED), "16:30")),
    clear("Rent due on the first of each month", monthly(1)),
    clear("By 17:00 on Friday week 2", at(in_week(FRI, 2), "17:00")),
    clear("No later than the 20th of each month", monthly(20)),
    clear("Rota by the third Tuesday of the month", in_week(TUE, 3)),
    clear("Expenses to be claimed by the last working day of each month", workdays(-1, *ALL)),
    clear("Accounts by the first working day of January and July", workdays(1, 1, 7)),
    clear("No later than the fifth working day of April", workdays(5, 4)),
    # counted from a period
    clear("Return by the 15th of the month following each quarter", monthly(15, AFTER_QUARTERS)),
    clear("By the 20th of the month after the end of the quarter", monthly(20, AFTER_QUARTERS)),
    clear("Not later than the 7th of the month following the quarter end", monthly(7, AFTER_QUARTERS)),
    clear("Quarterly report by the 10th of the first month of the next quarter", monthly(10, AFTER_QUARTERS)),
    clear("Half-yearly statement by the 25th of the month following the half-year", monthly(25, (1, 7))),
    clear("Monthly figures by the 8th of the following month", monthly(8)),
    clear("VAT payment due by the 7th of the month following", monthly(7)),
    clear("Due by the 20th of the last month of each quarter", monthly(20, QUARTER_ENDS)),
    clear("By the end of each month", monthly(-1)),
    clear("Quarterly reports by the end of the quarter", monthly(-1, QUARTER_ENDS)),
    clear("All leave to be booked by the end of March", dates((3, 31))),
    clear("Report no later than the end of June and December", dates((6, 30), (12, 31))),
    # closes
    clear("Applications close on 25 March", dates((3, 25))),
    clear("Registration closes at 5pm on 2 September", at(dates((9, 2)), "17:00")),
    clear("Voting closes Friday 17 May at 10pm", at(dates((5, 17)), "22:00")),
    clear(
        "The call for papers opens on 1 February and closes on 30 April",
        periods={(date(YEAR, 2, 1), date(YEAR, 4, 30))},
    ),
    clear(
        "Consultation starts 8 January 2024 and closes 19 February 2024",
        periods={(date(YEAR, 1, 8), date(YEAR, 2, 19))},
    ),
    # with a shift, beside an event in a clause of its own
    clear(
        "Due by the 20th of each month; if that is a Saturday or Sunday, the following Monday",
        moved_to_monday(monthly(20)),
    ),
    clear(
        "Bookings by noon on Friday 7 June; outing on Saturday 15 June at 9am",
        at(dates((6, 7)), "12:00") | at(dates((6, 15)), "09:00"),
    ),
    asked("Copy by the 20th of each month, distribution on the last Friday", monthly(20)[:0]),
    # no deadlines
    clear("By appointment, Mondays 2pm", at(weekly(MON), "14:00")),
    clear("Lunch by the river every Thursday at 12.30pm", at(weekly(THU), "12:30")),
    clear("Concert by May Brown, 6 July, 7.30pm", at(dates((7, 6)), "19:30")),
    refused("Passed by 5 votes", "5"),
    refused("Submit by Friday", "by"),
    refused("The train is delayed by 10 minutes every Monday at 9am", "by"),
    refused("From 1 March by 31 March", "by"),
    clear("Before 25 March", dates((3, 24))),
    clear("Return the form before 5pm on 25 March", at(dates((3, 25)), "17:00")),
    refused("The library closes at 5pm", "closes"),
    refused("Open 9am, closes 5pm daily", "closes"),
    refused("Come by 10am for breakfast, walk at 10.30am, Sunday 5 May", "by"),
    refused("Within 10 days of the end of the quarter", "10"),
    refused("Deadline 5 to 9 May", "Deadline"),
]

VIETNAMESE: list[Case] = [
    # một ngày, có giờ hoặc không
    clear("Hạn nộp hồ sơ: 17h00 ngày 31/5/2024", at(dates((5, 31)), "17:00")),
    clear("Hạn chót nhận bài: ngày 15/8/2024", dates((8, 15))),
    clear("Hạn đăng ký: 30/6/2024", dates((6, 30))),
    clear("Gửi báo cáo chậm nhất ngày 10/12/2024", dates((12, 10))),
    clear("Nộp về Văn phòng chậm nhất là 16 giờ ngày 20 tháng 3", at(dates((3, 20)), "16:00")),
    clear("Muộn nhất vào ngày 05/9/2024 phải nộp danh sách", dates((9, 5))),
    clear("Đăng ký tham gia không muộn hơn ngày 12/4", dates((4, 12))),
    clear("Hạn chót: 11h30 thứ Sáu, ngày 24/5/2024", at(dates((5, 24)), "11:30")),
    clear("Không quá ngày 15/10 các đơn vị gửi kế hoạch", dates((10, 15))),
    clear("Thời hạn góp ý: từ ngày 1/3 đến ngày 31/3/2024", periods={(date(YEAR, 3, 1), date(YEAR, 3, 31))}),
    # nhiều mốc
    clear("Sơ kết chậm nhất ngày 15/6, tổng kết chậm nhất ngày 10/12", dates((6, 15), (12, 10))),
    clear("Hạn nộp: ngày 15/3, 15/6, 15/9 và 15/12", monthly(15, QUARTER_ENDS)),
    # lặp lại
    clear("Hạn nộp báo cáo: ngày 20 hằng tháng", monthly(20)),
    clear("Chậm nhất ngày 20 hằng tháng", monthly(20)),
    clear("Gửi tin, bài chậm nhất ngày 25 hàng tháng", monthly(25)),
    clear("Nộp báo cáo muộn nhất 16h thứ Năm hằng tuần", at(weekly(THU), "16:00")),
    clear("Gửi lịch công tác chậm nhất 11h thứ Sáu hằng tuần", at(weekly(FRI), "11:00")),
    clear("Báo cáo nhanh chậm nhất 15h hằng ngày", at(weekly(0, 1, 2, 3, 4, 5, 6), "15:00")),
    clear("Chốt số liệu không muộn hơn 17h ngày 22 hằng tháng", at(monthly(22), "17:00")),
    clear("Hạn chót: ngày làm việc cuối cùng của tháng 6 và tháng 12", workdays(-1, 6, 12)),
    clear("Chậm nhất ngày làm việc đầu tiên của tháng 7", workdays(1, 7)),
    clear("Chậm nhất thứ Sáu tuần 3 hằng tháng", in_week(FRI, 3)),
    # tính theo kỳ báo cáo
    clear("Chậm nhất ngày 25 của tháng cuối quý", monthly(25, QUARTER_ENDS)),
    clear("Báo cáo quý chậm nhất ngày 20 tháng cuối quý", monthly(20, QUARTER_ENDS)),
    clear("Gửi báo cáo chậm nhất ngày 10 của tháng đầu quý sau", monthly(10, AFTER_QUARTERS)),
    clear("Chậm nhất là ngày 15 của tháng đầu tiên của quý tiếp theo", monthly(15, AFTER_QUARTERS)),
    clear("Tờ khai thuế chậm nhất là ngày 20 của tháng tiếp theo", monthly(20)),
    clear("Nộp chậm nhất ngày 5 của tháng kế tiếp", monthly(5)),
    clear("Quyết toán chậm nhất ngày 8 của tháng sau", monthly(8)),
    clear("Chậm nhất cuối quý", monthly(-1, QUARTER_ENDS)),
    clear("Nộp chậm nhất vào cuối tháng 3", dates((3, 31))),
    clear("Chậm nhất đến hết tháng 6", dates((6, 30))),
    # dời khi trùng ngày nghỉ, cạnh một lịch khác
    clear(
        "Chậm nhất ngày 20 hằng tháng; nếu trùng thứ Bảy, Chủ nhật thì chuyển sang thứ Hai kế tiếp",
        moved_to_monday(monthly(20)),
    ),
    clear(
        "Nộp bài chậm nhất ngày 10/5; chấm thi ngày 15/5 lúc 8h",
        {*dates((5, 10))} | at(dates((5, 15)), "08:00"),
    ),
    # không phải hạn
    clear("Không quá 20 người, 8h thứ Bảy hằng tuần", at(weekly(5), "08:00")),
    clear("Gửi bài trước ngày 15 hằng tháng", monthly(14)),
    clear("Nộp trước 17h ngày 25/3", at(dates((3, 25)), "17:00")),
    refused("Chậm nhất 5 ngày sau khi kết thúc quý", "Chậm nhất"),
    refused("Thời hạn 30 ngày kể từ ngày 1/3", "Thời hạn"),
    refused("Chậm nhất thứ Năm", "Chậm nhất"),
    refused("Gửi bài chậm nhất 16h thứ Năm, phát sóng 9h thứ Bảy hằng tuần", "chậm nhất"),
]

CASES: list[Case] = [*ENGLISH, *VIETNAMESE]
