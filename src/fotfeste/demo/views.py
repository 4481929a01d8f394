"""Signing in as a made-up person."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from fotfeste.access.models import Employee
from fotfeste.access.people import Identity
from fotfeste.demo.fill import staff_of
from fotfeste.demo.people import citizens
from fotfeste.ledger.fence import fenced
from fotfeste.office.handle import OSLO
from fotfeste.web.who import office_now, sign_in_citizen, sign_in_employee


@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """List the made-up people, and sign in as the one who is chosen."""
    office = office_now()
    today = office.now.astimezone(OSLO).date()
    staff = staff_of(office, today)
    target = request.GET.get("til", "")
    if request.method == "POST":
        return _signed_in(request, request.POST.get("who", ""), target)
    names = {
        key: office.book.identity(key, today).name for key in office.book.served(today)
    }
    wanted = next((part for part in target.split("/") if part in names), "")
    desk_first = "/arbeid/" in target
    return render(
        request,
        "demo/sign_in.html",
        {
            "citizens": citizens(),
            "desks": [
                (name, [e for e in staff if e.municipality == key])
                for key, name in sorted(
                    names.items(), key=lambda pair: pair[0] != wanted
                )
            ],
            "desk_first": desk_first,
        },
    )


def _signed_in(request: HttpRequest, key: str, target: str) -> HttpResponse:
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    for citizen in citizens():
        if citizen.key == key:
            sign_in_citizen(request, Identity(citizen.name, citizen.number))
            return redirect(target if safe and "/arbeid/" not in target else "front")
    municipality, _, employee_id = key.partition("/")
    office = office_now()
    for employee in staff_of(office, office.now.astimezone(OSLO).date()):
        if employee.municipality == municipality and str(employee.id) == employee_id:
            with fenced(municipality):
                known = Employee.objects.get(municipality=municipality, id=employee.id)
            sign_in_employee(request, known)
            at_desk = safe and target.startswith(f"/{municipality}/arbeid/")
            return redirect(target) if at_desk else redirect("my-day", municipality)
    raise Http404
