/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How every body that is sent begins. */
#define PLN_DAV_XML "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

/* The namespaces, in the first element. */
#define PLN_DAV_SPACES " xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\"" \
                       " xmlns:S=\"http://calendarserver.org/ns/\" xmlns:A=\"http://apple.com/ns/ical/\""

/* What there is to know of a calendar before its objects. */
#define PLN_DAV_PEEK \
  PLN_DAV_XML "<D:propfind" PLN_DAV_SPACES "><D:prop><D:resourcetype/><D:displayname/><D:sync-token/><S:getctag/>" \
  "<A:calendar-color/><C:supported-calendar-component-set/><D:current-user-privilege-set/></D:prop></D:propfind>"
