# Builds the wheel and a virtual environment from locked, hashed files; nothing of the tools reaches the image.
FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /build

COPY requirements.lock ./
RUN python -m pip download --quiet --require-hashes --only-binary :all: --requirement requirements.lock --dest wheels

COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY content content
# Only what the lock allowed lies in wheels/, so whatever is chosen from there has been checked.
RUN python -m venv tools \
    && tools/bin/pip install --quiet --no-index --find-links wheels hatchling \
    && tools/bin/pip wheel --quiet --no-index --no-deps --no-build-isolation --wheel-dir made . \
    && python -m venv /opt/nearer \
    && /opt/nearer/bin/pip install --quiet --no-index --find-links wheels made/*.whl \
    && /opt/nearer/bin/pip uninstall --quiet --yes pip setuptools \
    && /opt/nearer/bin/python -m compileall -q /opt/nearer/lib

FROM python:3.11-slim-bookworm
# /data is the one place that is written to: the root file system may be read-only.
ENV PATH=/opt/nearer/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    NEARER_DATABASE_URL=sqlite+aiosqlite:////data/nearer.db
RUN groupadd --system --gid 10001 nearer \
    && useradd --system --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin nearer \
    && install --directory --owner nearer --group nearer --mode 0700 /data
COPY --from=build /opt/nearer /opt/nearer
USER 10001:10001
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen('http://127.0.0.1:' + os.environ.get('NEARER_LISTEN', ':8080').rpartition(':')[2] + '/healthz', timeout=4)"]
ENTRYPOINT ["nearer"]
CMD ["run"]
