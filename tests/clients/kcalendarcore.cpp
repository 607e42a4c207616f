// What KCalendarCore (KOrganizer, Kontact) finds in a calendar: kcalendarcore FIRST AFTER < document > JSON
//
// Pairs of a start and an end: days as they stand, the end behind the last, instants in UTC.

#include <ICalFormat>
#include <MemoryCalendar>
#include <OccurrenceIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>
#include <cstdio>

using namespace KCalendarCore;

static QString told(const QDateTime &at, bool day, int more = 0)
{
    return day ? at.date().addDays(more).toString(Qt::ISODate) : at.toUTC().toString(Qt::ISODate);
}

int main(int, char **argv)
{
    QFile in;
    in.open(stdin, QIODevice::ReadOnly);
    MemoryCalendar::Ptr calendar(new MemoryCalendar(QTimeZone::utc()));
    ICalFormat format;
    if (!format.fromRawString(calendar, in.readAll())) {
        fputs("it cannot be read\n", stderr);
        return 1;
    }
    const QDateTime first(QDate::fromString(QString::fromLatin1(argv[1]), Qt::ISODate), QTime(0, 0), Qt::UTC);
    const QDateTime after(QDate::fromString(QString::fromLatin1(argv[2]), Qt::ISODate), QTime(0, 0), Qt::UTC);
    QJsonArray found;
    OccurrenceIterator each(*calendar, first, after);
    while (each.hasNext()) {
        each.next();
        const Event::Ptr event = each.incidence().dynamicCast<Event>();
        const QDateTime start = each.occurrenceStartDate();
        const QDateTime end = event->endDateForStart(start);
        found.append(QJsonArray{told(start, event->allDay()), told(end, event->allDay(), 1)});
    }
    puts(QJsonDocument(found).toJson(QJsonDocument::Compact).constData());
    return 0;
}
