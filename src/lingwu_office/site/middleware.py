"""What every request passes: its address, what a browser may do with the answer, errors of the office as pages."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from lingwu_office.audit import chain
from lingwu_office.audit.acting import record_refusal
from lingwu_office.foundation.errors import Conflict, Invalid, OfficeError, Refused

STATUS: dict[type[OfficeError], int] = {Refused: 403, Conflict: 409, Invalid: 400}
HEADERS = {
    # "data:" for pictures alone: the code that a telephone reads to set up one-time codes
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}


class HeadersMiddleware:
    """Tells the browser: nothing from elsewhere, nothing inline, no frames, no copies kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.setdefault(name, value)
        response.setdefault("Cache-Control", "private, no-store")
        return response


class OfficeMiddleware:
    """Sets the address for the audit and turns errors of the office into a page with their sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = chain.address.set(request.META.get("REMOTE_ADDR", ""))
        try:
            return self.get_response(request)
        finally:
            chain.address.reset(token)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for an error of the office; others go on to Django."""
        if not isinstance(error, OfficeError):
            return None
        if isinstance(error, Refused):
            record_refusal(request, error)
        status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 400)
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": str(error)}, status=status)
        return render(request, "refused.html", {"said": str(error), "status": status}, status=status)
