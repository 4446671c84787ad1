/** An event's own path. */
export const at = (eventId: string): string => `/v1/events/${encodeURIComponent(eventId)}`

/** What a manager sends to publish an event at the home of wangcang.t01: 15 June 2026, 10:00–12:00 in Beijing, which is when the tests' clock begins. */
export const riverside = (id: string, more: object = {}) => ({
  id, org: 'wangcang.t01.home', title: '清洁河岸', category: 'volunteering', startsAt: '2026-06-15T10:00:00+08:00', endsAt: '2026-06-15T12:00:00+08:00', place: '东河岸', ...more,
})
