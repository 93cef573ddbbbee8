"""The name of an extension in, the control and script file of a stand-in for it out."""

from __future__ import annotations

from schemagen.records import dataclass


@dataclass(frozen=True, slots=True)
class StandIn:
    """An extension in plain SQL: `control` is its control file, `script` its installation script."""

    version: str
    control: str
    script: str


# All functions are plain SQL and PL/pgSQL over the core: the versions 3 and 5 give the values of RFC 4122, so
# that seeds with derived keys come out as on a real server. The names of the RFC's name spaces are constants.
_UUID_OSSP = r"""
create function uuid_nil() returns uuid immutable strict parallel safe language sql
  as $$ select '00000000-0000-0000-0000-000000000000'::uuid $$;
create function uuid_ns_dns() returns uuid immutable strict parallel safe language sql
  as $$ select '6ba7b810-9dad-11d1-80b4-00c04fd430c8'::uuid $$;
create function uuid_ns_url() returns uuid immutable strict parallel safe language sql
  as $$ select '6ba7b811-9dad-11d1-80b4-00c04fd430c8'::uuid $$;
create function uuid_ns_oid() returns uuid immutable strict parallel safe language sql
  as $$ select '6ba7b812-9dad-11d1-80b4-00c04fd430c8'::uuid $$;
create function uuid_ns_x500() returns uuid immutable strict parallel safe language sql
  as $$ select '6ba7b814-9dad-11d1-80b4-00c04fd430c8'::uuid $$;

-- 100 ns since 1582-10-15, then a random clock sequence and a random node with the multicast bit. The real
-- version 1 shows the network card's address instead, which nothing can rely on.
create function uuid_generate_v1() returns uuid volatile strict parallel safe language sql as $$
  select (substr(t, 9, 8) || substr(t, 5, 4) || '1' || substr(t, 2, 3) || substr(r, 17, 4)
          || substr(to_hex((('x' || substr(r, 1, 2))::bit(8) | b'00000001')::int + 256), 2) || substr(r, 3, 10))::uuid
  from (select lpad(to_hex((extract(epoch from clock_timestamp()) * 10000000)::bigint + 122192928000000000),
                    16, '0') as t,
               replace(gen_random_uuid()::text, '-', '') as r) as parts
$$;
create function uuid_generate_v1mc() returns uuid volatile strict parallel safe language sql as $$
  select (substr(t, 9, 8) || substr(t, 5, 4) || '1' || substr(t, 2, 3) || substr(r, 17, 4)
          || substr(to_hex((('x' || substr(r, 1, 2))::bit(8) | b'00000001')::int + 256), 2) || substr(r, 3, 10))::uuid
  from (select lpad(to_hex((extract(epoch from clock_timestamp()) * 10000000)::bigint + 122192928000000000),
                    16, '0') as t,
               replace(gen_random_uuid()::text, '-', '') as r) as parts
$$;
create function uuid_generate_v4() returns uuid volatile strict parallel safe language sql
  as $$ select gen_random_uuid() $$;

create function uuid_generate_v3(namespace uuid, name text) returns uuid
  immutable strict parallel safe language sql as $$
  select encode(set_byte(set_byte(d, 6, (get_byte(d, 6) & 15) | 48), 8, (get_byte(d, 8) & 63) | 128), 'hex')::uuid
  from (select decode(md5(uuid_send(namespace) || convert_to(name, 'UTF8')), 'hex') as d) as digest
$$;

-- The core has no SHA-1, which version 5 is made of.
create function uuid_generate_v5(namespace uuid, name text) returns uuid
  immutable strict parallel safe language plpgsql as $$
declare
  message bytea := uuid_send(namespace) || convert_to(name, 'UTF8');
  bits bigint := octet_length(message)::bigint * 8;
  h bigint[] := array[1732584193, 4023233417, 2562383102, 271733878, 3285377520];
  w bigint[];
  a bigint; b bigint; c bigint; d bigint; e bigint; f bigint; k bigint; t bigint;
  digest bytea;
begin
  message := message || '\x80'::bytea
    || decode(repeat('00', (119 - octet_length(message) % 64) % 64), 'hex') || int8send(bits);
  for block in 0 .. octet_length(message) / 64 - 1 loop
    for i in 0 .. 79 loop
      if i < 16 then
        t := 0;
        for j in 0 .. 3 loop
          t := t * 256 + get_byte(message, block * 64 + i * 4 + j);
        end loop;
      else
        t := w[i - 3] # w[i - 8] # w[i - 14] # w[i - 16];
        t := ((t << 1) | (t >> 31)) & 4294967295;
      end if;
      w[i] := t;
    end loop;
    a := h[1]; b := h[2]; c := h[3]; d := h[4]; e := h[5];
    for i in 0 .. 79 loop
      if i < 20 then f := (b & c) | ((4294967295 - b) & d); k := 1518500249;
      elsif i < 40 then f := b # c # d; k := 1859775393;
      elsif i < 60 then f := (b & c) | (b & d) | (c & d); k := 2400959708;
      else f := b # c # d; k := 3395469782;
      end if;
      t := ((((a << 5) | (a >> 27)) & 4294967295) + f + e + k + w[i]) & 4294967295;
      e := d; d := c; c := ((b << 30) | (b >> 2)) & 4294967295; b := a; a := t;
    end loop;
    h := array[(h[1] + a) & 4294967295, (h[2] + b) & 4294967295, (h[3] + c) & 4294967295,
               (h[4] + d) & 4294967295, (h[5] + e) & 4294967295];
  end loop;
  digest := decode(lpad(to_hex(h[1]), 8, '0') || lpad(to_hex(h[2]), 8, '0')
    || lpad(to_hex(h[3]), 8, '0') || lpad(to_hex(h[4]), 8, '0'), 'hex');
  digest := set_byte(digest, 6, (get_byte(digest, 6) & 15) | 80);
  digest := set_byte(digest, 8, (get_byte(digest, 8) & 63) | 128);
  return encode(digest, 'hex')::uuid;
end
$$;
"""

_UUID_OSSP_CONTROL = """\
comment = 'generate universally unique identifiers (UUIDs)'
default_version = '1.1'
relocatable = true
trusted = true
"""

STAND_INS: dict[str, StandIn] = {"uuid-ossp": StandIn("1.1", _UUID_OSSP_CONTROL, _UUID_OSSP)}
"""By the name of the extension. The files behave like the real extension's; only speed differs."""
