"""Compares what was recorded with what is expected; prints the table."""
import collections
import re

import api
import logins
import oauth
import plan as planning
import template
from request import differences, randoms

# provider-format.md §9.4: entries that cannot work, whoever implements them. (aws, which stands there too, does: the
# name that its base_url writes without `connectionConfig.` is one of the connection's fields, which §3.4 allows there.)
EXCUSED = {
    "certn-partner": "OAUTH2_CC without a token_url, and a header that names a key nobody asks for",
}
# The pattern wants a scheme, and the template adds one: with both there is no host. Ours takes it off.
MENDED = {"gerrit": ["host"], "blackbaud-basic": ["hostName"]}
CHECKED = {"API_KEY", "BASIC", "JWT", "SIGNATURE", "INSTALL_PLUGIN", "TBA"}


class Case:
    """One definition, what was planned and what was seen."""

    def __init__(self, key, entry, seen, observed):
        self.key, self.entry, self.seen = key, entry, seen
        self.mode = entry["auth_mode"]
        self.plan = planning.one(key, entry)
        self.now, self.public_url = observed["now"], observed["public_url"]
        self.moment = template.Moment(self.now)
        self.connection = seen.get("connection") or {}
        self.credentials = {name: value for name, value in (self.connection.get("credentials") or {}).items() if name != "type"}
        self.callback = self.public_url + "/oauth/callback"
        own = re.search(r"oauth%2Fcallback%2F([0-9a-f-]{36})", seen.get("consent") or "")
        if own:
            self.callback += "/" + own.group(1)
        self.configs()

    def configs(self):
        """What the connection's values are before and after its token."""
        typed = {name[7:]: value for name, value in self.plan["fields"].items() if name.startswith("params.")}
        for name in MENDED.get(self.key, []):
            typed[name] = re.sub("^https?://", "", typed[name])
        hidden = {name[7:]: value for name, value in self.plan["hidden"].items() if name.startswith("params.") and value is not None}
        preset = self.plan["defaults"].get("connection_config", {})
        self.config_before = {**hidden, **typed, **preset}
        if self.mode in ("APP", "CUSTOM"):
            self.config_before["appPublicLink"] = planning.APP_LINK
        back = {name: self.plan["callback"]["query"][name] for name in self.entry.get("redirect_uri_metadata") or []}
        if self.mode in ("APP", "CUSTOM"):
            back["installation_id"] = "42"
        if self.entry.get("installation") == "outbound":
            back["installation.uuid"] = "inst-1"
        answered = {name: planning.metadata_value(self.entry, name) for name in planning.metadata_names(self.entry)}
        answered.update({name: value for name, value in planning.OWN_ANSWERS.get(self.key, {}).items() if name in answered})
        session = {name: value for name, value in self.config_before.items() if value != ""}
        self.config_token = {**back, **session}
        self.config = {**answered, **back, **session}
        # The owner's link is of use for leaving only; ours does not repeat it on every connection.
        self.config.pop("appPublicLink", None)
        stored = self.connection.get("connection_config") or {}
        # What scripts of the service's own look up, and what flows add, is taken from the connection itself.
        if self.key == "bullhorn":
            # Its script takes them out again (§6).
            self.config.pop("username"), self.config.pop("password")
        for name, value in stored.items():
            self.config.setdefault(name, value)

    def calls(self, phase):
        return [call for call in self.seen["calls"] if call["phase"] == phase]


# A second token, for another audience, is fetched behind the first.
SECOND_TOKENS = ("one-drive", "sharepoint-online")


def compare(case, expected, calls, problems, where, may_follow=False):
    """Each expected request, in order, against what was recorded."""
    for number, build in enumerate(expected):
        if number >= len(calls):
            problems.append("%s: request %d was not made: %s" % (where, number + 1, build(case.moment).url))
            return
        best = None
        for random in [None, *randoms(calls[number])]:
            found = differences(build(template.Moment(case.now, random)), calls[number])
            if best is None or len(found) < len(best):
                best = found
        problems.extend("%s: %s" % (where, text) for text in best)
    if len(calls) > len(expected) and not may_follow:
        more = ["%s %s%s" % (call["method"], call["server_name"], call["target"]) for call in calls[len(expected):]]
        problems.append("%s: requests that nobody expects: %s" % (where, ", ".join(more)))


def made(requests):
    return [lambda moment, request=request: request for request in requests]


def judge(case):
    """(connected, proxied, refreshed, differences, notes)"""
    problems, notes = [], []
    entry, mode = case.entry, case.mode
    if case.seen["integrated"]["status"] != 200:
        return False, False, False, ["integration refused: " + case.seen["integrated"]["text"][:200]], notes
    compare(case, made([oauth.registration(case)]) if entry.get("client_registration") == "dynamic" else [],
            case.calls("register"), problems, "registration")
    form = case.seen["form"]
    if set(form["fields"]) - {"params.external_id"} != set(case.plan["fields"]):
        problems.append("form: shows %s, expected %s" % (sorted(form["fields"]), sorted(case.plan["fields"])))
    if not case.connection:
        result = case.seen.get("result") or {}
        why = result.get("summary") or result.get("title") or form["title"]
        return False, False, False, problems + ["not connected: " + why[:300]], notes
    connecting(case, problems, notes)
    stored = case.connection.get("connection_config") or {}
    for name, value in case.config.items():
        if isinstance(value, str) and stored.get(name, value if value == "" else None) != value:
            problems.append("connection_config.%s: expected %r, stored %r" % (name, value, stored.get(name)))
    proxied = case.seen.get("proxied", {}).get("status") == 200
    if proxied:
        compare(case, [lambda moment: api.proxied(case, moment)], [call for call in case.calls("proxy") if not call["target"].endswith("/oauth2/introspect")], problems, "proxy")
    else:
        problems.append("not proxied: " + str(case.seen.get("proxied"))[:300])
    refreshed = None
    if case.plan["refresh"]:
        refreshed = case.seen.get("refreshed", {}).get("status") == 200
        if refreshed:
            refreshing(case, problems, notes)
        else:
            problems.append("not refreshed: " + str(case.seen.get("refreshed"))[:300])
    return True, proxied, refreshed, problems, notes


def connecting(case, problems, notes):
    mode, entry = case.mode, case.entry
    problems.extend(logins.token_problems(case))
    calls = case.calls("connect")
    scripted = bool(entry.get("post_connection_script"))
    verified = (entry.get("proxy") or {}).get("verification")
    if mode in CHECKED:
        if entry.get("credentials_verification_script"):
            notes.append("special check, not compared")
            return
        expected = [lambda moment: api.verification(case, moment)] if verified else []
        compare(case, expected, calls, problems, "verification", scripted)
    elif entry.get("installation") == "outbound":
        compare(case, [lambda moment: logins.installed(case)], calls, problems, "token", scripted)
    elif mode in ("OAUTH2", "MCP_OAUTH2") and entry.get("installation") != "outbound":
        problems.extend(oauth.consent_differences(case, case.seen.get("consent") or ""))
        compare(case, made(oauth.exchange(case)), calls, problems, "token", scripted)
    elif mode == "OAUTH2_CC":
        compare(case, made(oauth.client_credentials(case)), calls, problems, "token", scripted)
    elif mode == "NONE":
        compare(case, [], calls, problems, "connect")
    elif mode in logins.CONNECT:
        expected = logins.CONNECT[mode](case, notes)
        compare(case, expected, calls, problems, "token", scripted)
    else:
        notes.append("connect requests of %s not compared" % mode)


def refreshing(case, problems, notes):
    mode, calls = case.mode, case.calls("refresh")
    if mode in ("OAUTH2", "MCP_OAUTH2"):
        if case.entry.get("installation") == "outbound":
            compare(case, [lambda moment: logins.installed(case, True)], calls, problems, "refresh")
            return
        has_second = case.key in SECOND_TOKENS
        if has_second:
            notes.append("requests for a second token, not compared")
        compare(case, made(oauth.refresh(case)), calls, problems, "refresh", has_second)
    elif mode == "OAUTH2_CC":
        compare(case, made(oauth.client_credentials(case)), calls, problems, "refresh")
    elif mode in logins.REFRESH:
        compare(case, logins.REFRESH[mode](case, notes), calls, problems, "refresh")
    else:
        notes.append("renewal of %s not compared" % mode)


def report(entries, observed):
    table = collections.defaultdict(collections.Counter)
    bad, excused, noted = [], [], collections.defaultdict(list)
    for seen in observed["walked"]:
        key = seen["key"]
        case = Case(key, entries[key], seen, observed)
        try:
            connected, proxied, refreshed, problems, notes = judge(case)
        except Exception as error:  # An oracle that stumbles is a difference too.
            connected = proxied = refreshed = False
            problems, notes = ["the oracle failed: %s: %s" % (type(error).__name__, error)], []
        row = table[case.mode]
        row["definitions"] += 1
        row["connected"] += connected
        row["proxied"] += proxied
        row["refreshed"] += bool(refreshed)
        row["renewable"] += refreshed is not None
        row["as expected"] += not problems
        for note in notes:
            noted[note].append(key)
        if key in EXCUSED and not problems:
            bad.append((key, case.mode, ["is excused, but is as expected: take it off the list"]))
        elif key in EXCUSED:
            excused.append((key, problems))
        elif problems:
            bad.append((key, case.mode, problems))
    columns = ["definitions", "connected", "proxied", "renewable", "refreshed", "as expected"]
    print("%-20s" % "auth mode" + "".join("%13s" % column for column in columns))
    total = collections.Counter()
    for mode in sorted(table, key=lambda mode: -table[mode]["definitions"]):
        total.update(table[mode])
        print("%-20s" % mode + "".join("%13d" % table[mode][column] for column in columns))
    print("%-20s" % "all" + "".join("%13d" % total[column] for column in columns))
    for key, problems in excused:
        print("\nexcused %s: %s" % (key, EXCUSED[key]))
        for problem in problems:
            print("    " + problem)
    for note, keys in sorted(noted.items()):
        print("\n%s (%d): %s" % (note, len(keys), ", ".join(keys)))
    for key, mode, problems in bad:
        print("\n%s (%s)" % (key, mode))
        for problem in problems:
            print("    " + problem[:1200])
    print("\n%d definitions are as the oracle expects, %d are not, %d are excused by name"
          % (len(observed["walked"]) - len(bad) - len(excused), len(bad), len(excused)))
    return 1 if bad or len(excused) > 4 else 0
