-- How fast the network between the nodes of a pool is (互联带宽), in Gbit/s for each node, and the least that a job needs.
alter table pool
    -- 0: the provider has not said it
    add column link_gbps integer not null default 0 check (link_gbps between 0 and 6400);

alter table job
    -- 0: it does not mind
    add column link_gbps integer not null default 0 check (link_gbps between 0 and 6400);

-- Applications could say up to 10,000, more than any node has.
update provider_joining
set answers = jsonb_set(answers, '{pools}', (
    select jsonb_agg(
        jsonb_set(answer, '{link_gbit}', to_jsonb(least((answer ->> 'link_gbit')::integer, 6400))) order by place)
    from jsonb_array_elements(answers -> 'pools') with ordinality as each (answer, place)
))
where exists (
    select from jsonb_array_elements(answers -> 'pools') as answer where (answer ->> 'link_gbit')::integer > 6400
);

-- The providers that joined before have said it; their pools say it from now on too.
update pool p
set link_gbps = (answer ->> 'link_gbit')::integer
from provider_joining j, jsonb_array_elements(j.answers -> 'pools') as answer
where j.state = 'ACCEPTED' and answer ->> 'id' = p.id;
