"""Signing in where no sign-in service is connected yet."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_connected(request: HttpRequest) -> HttpResponse:
    """Tell that one cannot sign in here yet, and how to get help all the same."""
    return render(request, "not_connected.html", status=503)
