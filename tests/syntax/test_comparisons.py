"""Which conditions bind the tenant column, by hand."""

import pytest

from schemagen.syntax.comparisons import is_compared

SESSION = "nullif(current_setting('a.b', true), '')::uuid"
BOUND = [
    f"tid = {SESSION}",
    f"{SESSION} = tid",
    f"(tid)::text = (select {SESSION}::text)",
    f"p.tid = (select {SESSION})",
    "tid = my_tenant()",
    "tid = any (my_tenants())",
    "tid in (select tenant from members)",
    "tid in (my_tenant(), other_tenant())",
    f"open and (deleted is null and tid = {SESSION})",
    f"tid = {SESSION} or tid is null",
    f"tid is null or tid = {SESSION} and open",
    "is_member_of(tid)",
    "(select is_member_of(tid))",
    f"exists (select from roles r where r.id = role_id and r.tid = {SESSION})",
    f"exists (select from roles r join teams t on t.id = r.team and t.tid = {SESSION} where r.id = role_id)",
    f"role_id in (select id from roles where tid = (select {SESSION}))",
    "tid = current_user",
    "my_user() in (select m.user_id from members m where m.tid = p.tid)",
    "exists (select from members m where m.tid = p.tid and m.user_id = (select my_user()))",
    "exists (select from members m where m.tenant = p.tid and my_user() = m.user_id and m.active)",
    f'"tid" = {SESSION}',
]
OPEN = [
    "true",
    "tid is not null",
    "tid is null",
    f"true or tid = {SESSION}",
    f"tid = {SESSION} or pub",
    f"not (tid = {SESSION})",
    f"tid <> {SESSION}",
    f"tid <> all (array[{SESSION}])",
    f"tid not in ({SESSION}, {SESSION})",
    "tid = tid",
    "tid = coalesce(tid, my_tenant())",
    "tid = '00000000-0000-0000-0000-000000000000'",
    f"other = {SESSION}",
    f"tid_of = {SESSION}",
    "open /* tid = my_tenant() */",
    "note = 'tid = my_tenant()'",
    f"exists (select from roles r left join teams t on t.tid = {SESSION})",
    f"not exists (select from roles r where r.tid = {SESSION})",
    "exists (select tid from roles)",
    "exists (select from members m where m.tid = p.tid)",
    "exists (select from members m where p.tid = p.tid and m.user_id = my_user())",
    "exists (select from members m where m.id = p.id and m.user_id = my_user())",
    "user_id in (select m.user_id from members m where m.tid = p.tid)",
    "tid not in (select tenant from others)",
    "((",
]


@pytest.mark.parametrize("sql", BOUND)
def test_bound(sql: str) -> None:
    assert is_compared(sql, "tid")


@pytest.mark.parametrize("sql", OPEN)
def test_open(sql: str) -> None:
    assert not is_compared(sql, "tid")
