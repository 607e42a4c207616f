# The service and, apart from it, the mail catcher of the trial. Neither stage that runs holds a compiler, and
# both run as a user without rights. Nothing here needs BuildKit.

# With a digest in its place every build stands on the same bytes: docs/containers.md.
ARG PYTHON_IMAGE=python:3.11-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
WORKDIR /build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
# What the service stands on comes first and alone: a change of the service does not install it again.
COPY pyproject.toml constraints.txt ./
RUN python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['dependencies'], sep='\n')" \
      > dependencies.txt \
 && python -m venv --without-pip /opt/airslot \
 && pip --python /opt/airslot/bin/python install --constraint constraints.txt --requirement dependencies.txt
COPY README.md ./
COPY rules rules
COPY scheduler scheduler
COPY api api
COPY migrations migrations
COPY frontend frontend
RUN PIP_CONSTRAINT=constraints.txt pip --python /opt/airslot/bin/python install --no-deps .


FROM ${PYTHON_IMAGE} AS trial-mail
COPY constraints.txt /tmp/
RUN pip install --no-cache-dir --disable-pip-version-check --root-user-action=ignore \
      --constraint /tmp/constraints.txt aiosmtpd \
 && groupadd --gid 10001 airslot && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin airslot \
 && install --directory --owner airslot --group airslot /mails
USER 10001:10001
EXPOSE 1025
# A Maildir, one file a mail in /mails/inbox/new; it is made where the folder is missing, which a volume is not.
CMD ["python", "-m", "aiosmtpd", "--nosetuid", "--listen", "0.0.0.0:1025", "--class", "aiosmtpd.handlers.Mailbox", "/mails/inbox"]


FROM ${PYTHON_IMAGE} AS airslot
RUN groupadd --gid 10001 airslot && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin airslot
COPY --from=build /opt/airslot /opt/airslot
ENV PATH=/opt/airslot/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PYTHONUTF8=1
WORKDIR /srv/airslot
USER 10001:10001
EXPOSE 8000
CMD ["airslot", "serve"]
