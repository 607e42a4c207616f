/* What libical finds in a calendar: libical FIRST AFTER < document > JSON
 *
 * FIRST and AFTER are days. Pairs of a start and an end: days as they stand, instants in UTC. As libical
 * gives each VEVENT of a series by itself, a date that a RECURRENCE-ID replaces is left out here.
 */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static icalcomponent *calendar;
static int written;

static int is_replaced(icalcomponent *event, time_t start)
{
    icalcomponent *other = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; other; other = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        struct icaltimetype place = icalcomponent_get_recurrenceid(other);
        if (other == event || icaltime_is_null_time(place) ||
            strcmp(icalcomponent_get_uid(other), icalcomponent_get_uid(event)))
            continue;
        if (icaltime_as_timet_with_zone(place, place.zone) == start)
            return 1;
    }
    return 0;
}

static void tell(icalcomponent *event, struct icaltime_span *span, void *data)
{
    int is_day = icalcomponent_get_dtstart(event).is_date;
    int master = icaltime_is_null_time(icalcomponent_get_recurrenceid(event));
    const char *shape = is_day ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%SZ";
    char start[32], end[32];
    if (master && is_replaced(event, span->start))
        return;
    strftime(start, sizeof start, shape, gmtime(&span->start));
    strftime(end, sizeof end, shape, gmtime(&span->end));
    printf("%s[\"%s\",\"%s\"]", written++ ? "," : "[", start, end);
}

int main(int argc, char **argv)
{
    static char text[32 * 1024 * 1024];
    text[fread(text, 1, sizeof text - 1, stdin)] = 0;
    calendar = icalparser_parse_string(text);
    if (!calendar || icalcomponent_count_errors(calendar)) {
        fputs("it cannot be read\n", stderr);
        return 1;
    }
    /* Its own tables of zones are those of the system; a zone that is told comes first. */
    icalcomponent **events = malloc(sizeof *events * 100000);
    int count = 0;
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
        events[count++] = event;
    for (int n = 0; n < count; n++)
        icalcomponent_foreach_recurrence(events[n], icaltime_from_string(argv[1]),
                                         icaltime_from_string(argv[2]), tell, NULL);
    puts(written ? "]" : "[]");
    return 0;
}
