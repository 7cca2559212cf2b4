"""Settings of the office. What differs between offices comes from the environment, and where that says nothing from
``office.env`` in LINGWU_HOME, which ``lingwu office init`` writes.

LINGWU_HOME      folder of the database, files and key (default: ./office)
DATABASE_URL     postgres://user:password@host:port/name; SQLite in LINGWU_HOME where it is not set
LINGWU_HOSTS     host names the office answers to, separated by commas (default: 127.0.0.1,localhost)
LINGWU_HTTPS     1 behind a reverse proxy that speaks HTTPS: cookies go over it only
LINGWU_DEMO      1 for the fictional office; demo logins are refused without it
LINGWU_OIDC      path of a .toml with name, client_id, secret, server_url for sign-in by OpenID Connect
LINGWU_PASSWORD_DAYS  days after which a password must be changed (default 180; 0: never)
LINGWU_SECOND_FACTOR  who must use one-time codes: administrators, all, or empty for nobody (default)
LINGWU_SECRETS   1 only for a deployment made for classified documents; they are refused without it
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from lingwu_office.site.database import database
from lingwu_office.site.environment import read_environment

HERE = Path(__file__).resolve().parent
HOME = Path(os.environ.get("LINGWU_HOME", "office")).resolve()
read_environment(HOME)
DEMO = os.environ.get("LINGWU_DEMO") == "1"
HTTPS = os.environ.get("LINGWU_HTTPS") == "1"
CLASSIFIED = os.environ.get("LINGWU_SECRETS") == "1"
DEBUG = False


def _key() -> str:
    """The secret key of this office, made by ``lingwu office init``; one for this process alone where there is none."""
    path = HOME / "secret.key"
    return path.read_text(encoding="ascii").strip() if path.exists() else os.urandom(32).hex()


SECRET_KEY = _key()
ALLOWED_HOSTS = [host for host in os.environ.get("LINGWU_HOSTS", "127.0.0.1,localhost").split(",") if host]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if HTTPS]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "django_htmx",
    "ninja",
    "lingwu_office.audit",
    "lingwu_office.access",
    "lingwu_office.people",
    "lingwu_office.files",
    "lingwu_office.proofreading",
    "lingwu_office.documents",
    "lingwu_office.site",
]
MIDDLEWARE = [
    "lingwu_office.site.middleware.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lingwu_office.people.middleware.IdleMiddleware",
    "lingwu_office.people.middleware.PasswordMiddleware",
    "lingwu_office.site.middleware.OfficeMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "lingwu_office.site.urls"
WSGI_APPLICATION = "lingwu_office.site.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lingwu_office.site.context.office",
            ]
        },
    }
]
DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "lingwu_office.people.backends.OfficeBackend",
]
"""allauth's own backend is left out: it would let in whom ``OfficeBackend`` refuses."""
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ("account", "name", "phone")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "lingwu_office.people.passwords.MixedValidator"},
]  # fmt: skip
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"
SESSION_COOKIE_AGE = 30 * 60
"""Idle sign-out, seconds: each request starts the time anew."""
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5
"""Hours that an account stays locked."""
AXES_LOCKOUT_PARAMETERS = [["username"]]
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_FORM_FIELD = "login"
AXES_USERNAME_CALLABLE = "lingwu_office.people.signing.account_typed"
AXES_LOCKOUT_CALLABLE = "lingwu_office.people.signing.locked_page"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
"""Else anybody could keep an account locked for ever."""
AXES_DISABLE_ACCESS_LOG = True
"""The audit keeps every sign-in."""
AXES_ENABLE_ADMIN = False
SILENCED_SYSTEM_CHECKS = ["axes.W006", "security.W005", "security.W021"]
"""Failures are counted by account, from wherever they come; behind a proxy all come from one address. Whether all names
below the office's own speak HTTPS, and whether browsers should know it beforehand, is not for the office to say."""

ACCOUNT_USER_MODEL_USERNAME_FIELD = "account"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "lingwu_office.people.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "lingwu_office.people.adapters.OpenIdAdapter"
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": None}
"""A whole office signs in from one address in the morning; failures are counted by account, by axes."""
ACCOUNT_FORMS = {
    "login": "lingwu_office.people.forms_account.SignInForm",
    "change_password": "lingwu_office.people.forms_account.NewPasswordForm",
    "reauthenticate": "lingwu_office.people.forms_account.PasswordAgainForm",
}
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
PASSWORD_DAYS = int(os.environ.get("LINGWU_PASSWORD_DAYS", "180"))
"""Days after which a password must be changed; 0: never."""
SECOND_FACTOR = os.environ.get("LINGWU_SECOND_FACTOR", "")
"""Who is led to setting up one-time codes before anything else: ``administrators``, ``all``, or nobody."""
MFA_ADAPTER = "lingwu_office.people.adapters.CodeAdapter"
MFA_FORMS = {
    "authenticate": "lingwu_office.people.forms_account.CodeForm",
    "reauthenticate": "lingwu_office.people.forms_account.CodeAgainForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Lingwu"
OIDC = tomllib.loads(Path(os.environ["LINGWU_OIDC"]).read_text("utf-8")) if os.environ.get("LINGWU_OIDC") else {}
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {"provider_id": "oidc", "name": OIDC["name"], "client_id": OIDC["client_id"], "secret": OIDC["secret"],
             "settings": {"server_url": OIDC["server_url"]}}
        ] if OIDC else []
    }
}  # fmt: skip

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [HERE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": HOME / "files"}},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
"""The largest file that the office takes in, bytes."""
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
