"""Who is asking, the accounts of an office, and tokens for programs."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, Response

from api.dependencies import TheHouse, get_secret
from api.identity import TheVisitor, at_least
from api.rest.bodies import PersonBody, PersonPatch, TokenBody
from api.rest.changing import (
    PRIVATE,
    IdempotencyKey,
    Made,
    Writer,
    create,
    depend_on_writer,
    raw_body,
)
from api.rest.desk_shapes import MeShape, NewToken, PeopleList, PersonShape, TokenList
from api.rest.expand import json_only
from api.rest.query import no_parameters
from api.rest.shapes import problems
from api.visibility import path_word
from scheduler.accounts import sessions
from scheduler.accounts.offices import get_office
from scheduler.accounts.people import get_person
from scheduler.accounts.rights import Right
from scheduler.desk import people, tokens
from scheduler.desk.desk import Desk
from scheduler.reminders.transport.sinks import forget_mails
from scheduler.store.database.engine import reading, transaction

router = APIRouter(tags=["accounts"], dependencies=[Depends(no_parameters)])
TheWriter = Annotated[Writer, Depends(depend_on_writer)]
TheBody = Annotated[bytes, Depends(raw_body)]
ADMINISTERS, SIGNED_IN = Depends(at_least(Right.ADMINISTER)), Depends(at_least(Right.SEE))


@router.get(
    "/me",
    summary="Who is asking",
    response_model=MeShape,
    responses=problems(422, 503),
    dependencies=[SIGNED_IN],
)
def show_me(request: Request, house: TheHouse, visitor: TheVisitor) -> JSONResponse:
    """The account, its office and role; of a browser's session the token that changes must carry."""
    actor = visitor.require(Right.SEE)
    with reading(house.engine) as connection:
        person = None if actor.person_id is None else get_person(connection, actor.person_id)
        office = None if actor.office_id is None else get_office(connection, actor.office_id)
    csrf = None
    if visitor.session is not None:
        csrf = sessions.csrf_token(get_secret(request), visitor.session)
    answer = {
        "who": actor.who,
        "email": person.email if person else None,
        "office": office,
        "role": actor.role,
        "outlets": None if actor.outlets is None else sorted(actor.outlets),
        "scope": actor.scope,
        "csrf": csrf,
    }
    return JSONResponse(answer, headers=PRIVATE)


@router.get(
    "/people",
    summary="The accounts of the office",
    response_model=PeopleList,
    responses=problems(403, 422, 503),
    dependencies=[ADMINISTERS],
)
def list_people(house: TheHouse, visitor: TheVisitor) -> JSONResponse:
    """By address."""
    with reading(house.engine) as connection:
        found = people.people_of_office(connection, visitor.actor)
    return JSONResponse({"items": [people.person_object(*one) for one in found]}, headers=PRIVATE)


@router.post(
    "/people",
    status_code=201,
    summary="Invite somebody to a role",
    response_model=PersonShape,
    responses=problems(400, 403, 409, 413, 415, 422, 503),
    dependencies=[Depends(json_only), ADMINISTERS],
)
def add_person(
    writer: TheWriter, body: TheBody, given: PersonBody, idempotency_key: IdempotencyKey = None
) -> JSONResponse:
    """They accept by a link in a mail, which they ask for on the sign-in page; until then it is no role."""

    def make(desk: Desk) -> Made:
        one = people.add_person(desk, **given.model_dump())
        return Made(people.person_object(*one), f"/api/v1/people/{one[0].id}")

    return create(writer, body, idempotency_key, make)


@router.patch(
    "/people/{person_id}",
    summary="Change a role, outlets, a name, or whether they may sign in",
    response_model=PersonShape,
    responses=problems(400, 403, 404, 409, 413, 415, 422, 503),
    dependencies=[Depends(json_only), ADMINISTERS],
)
def change_person(writer: TheWriter, person_id: str, given: PersonPatch) -> JSONResponse:
    """Only what is given changes; the office keeps an administrator."""
    with transaction(writer.house.engine) as connection:
        one = people.change_person(writer.desk(connection), path_word(person_id), **given.model_dump())
    return JSONResponse(people.person_object(*one), headers=PRIVATE)


@router.delete(
    "/people/{person_id}",
    status_code=204,
    response_class=Response,
    summary="Take somebody out of the office",
    responses=problems(403, 404, 409, 422, 503),
    dependencies=[ADMINISTERS],
)
def remove_person(writer: TheWriter, person_id: str) -> Response:
    """Who belongs to no office any more is removed, with sessions and tokens; the audit log stays."""
    with transaction(writer.house.engine) as connection:
        address = people.remove_person(writer.desk(connection), path_word(person_id))
    if address is not None:
        forget_mails(writer.house.settings, address)
    return Response(status_code=204)


@router.get(
    "/tokens",
    summary="Tokens for programs",
    response_model=TokenList,
    responses=problems(422, 503),
    dependencies=[SIGNED_IN],
)
def list_tokens(house: TheHouse, visitor: TheVisitor) -> JSONResponse:
    """One's own; all of the office for its administrators."""
    with reading(house.engine) as connection:
        found = tokens.tokens_for(connection, visitor.actor)
    return JSONResponse({"items": [tokens.token_object(one) for one in found]}, headers=PRIVATE)


@router.post(
    "/tokens",
    status_code=201,
    summary="Make a token of one's own",
    response_model=NewToken,
    responses=problems(400, 403, 413, 415, 422, 503),
    dependencies=[Depends(json_only), SIGNED_IN],
)
def create_token(
    writer: TheWriter, body: TheBody, given: TokenBody, idempotency_key: IdempotencyKey = None
) -> JSONResponse:
    """Its text is in this answer and nowhere else: a second answer to the same key leaves it out."""

    def make(desk: Desk) -> Made:
        one, text = tokens.create_token(desk, given.scope, label=given.label, days=given.days)
        return Made(tokens.token_object(one) | {"token": text}, f"/api/v1/tokens/{one.id}")

    return create(writer, body, idempotency_key, make, kept=lambda answer: answer | {"token": None})


@router.delete(
    "/tokens/{token_id}",
    status_code=204,
    response_class=Response,
    summary="End a token for good",
    responses=problems(403, 404, 422, 503),
    dependencies=[SIGNED_IN],
)
def revoke_token(writer: TheWriter, token_id: str) -> Response:
    """One's own, or any of the office for its administrators."""
    with transaction(writer.house.engine) as connection:
        tokens.revoke_token(writer.desk(connection), path_word(token_id))
    return Response(status_code=204)
