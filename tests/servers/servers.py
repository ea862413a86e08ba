# SPDX-License-Identifier: GPL-3.0-or-later
"""Real calendar servers on the loopback interface, from Debian's packages, each
with a folder of its own: what Plenary is tried against.

    with servers.start('radicale', folder) as server:
        server.url, server.password('alice'), server.calendars('alice')

A server that cannot run here raises Missing, which tells why. What Cyrus would
mail to people outside is kept in files, see Cyrus.mails ().
"""
import base64
import contextlib
import glob
import hashlib
import http.client
import os
import shutil
import signal
import socket
import ssl
import subprocess
import textwrap
import time
import urllib.parse

DOMAIN = 'example.com'
USERS = ('organiser', 'alice', 'bob', 'carol')
PATIENCE = 30


class Missing(Exception):
    """Why a server cannot run here."""


def need(*programs):
    for program in programs:
        if not (shutil.which(program) or os.path.exists(program)):
            raise Missing(f'{os.path.basename(program)} is not installed')


def free_port():
    with socket.socket() as one:
        one.bind(('127.0.0.1', 0))
        return one.getsockname()[1]


def write(folder, name, text, mode=0o644):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(textwrap.dedent(text))
    os.chmod(path, mode)
    return path


def make_certificate(folder, name='localhost', days=30):
    """A self-signed certificate and its key."""
    need('openssl')
    certificate, key = os.path.join(folder, 'certificate.pem'), os.path.join(folder, 'key.pem')
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', str(days), '-subj', f'/CN={name}',
                    '-addext', f'subjectAltName=DNS:{name}', '-keyout', key, '-out', certificate],
                   check=True, capture_output=True)
    return certificate, key


def fingerprint(certificate):
    """SHA-256 of a certificate, as people compare it."""
    with open(certificate, encoding='ascii') as file:
        digest = hashlib.sha256(ssl.PEM_cert_to_DER_cert(file.read())).hexdigest().upper()
    return ':'.join(digest[at:at + 2] for at in range(0, len(digest), 2))


class Server:
    """One server; its folder outlives a restart."""

    name = ''
    first_path = '/'  # answers before there are users
    has_passwords = True

    def __init__(self, folder, certificate=None):
        self.folder = folder
        self.certificate = certificate
        self.passwords = {user: user for user in USERS}
        self.port = free_port()
        self.process = None
        os.makedirs(folder, exist_ok=True)

    @property
    def url(self):
        # The name that the certificate is for.
        return f'https://localhost:{self.port}/' if self.certificate else f'http://127.0.0.1:{self.port}/'

    def home(self, user):
        raise NotImplementedError

    def launch(self):
        raise NotImplementedError

    def settle(self):
        """What is to be done once it answers."""

    def start(self):
        self.process = self.launch()
        end = time.monotonic() + PATIENCE
        while True:
            try:
                if self.request('OPTIONS', self.first_path, None)[0] < 500:
                    break
            except OSError:
                pass
            if self.process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f'{self.name} does not answer: {self.last_words()}')
            time.sleep(0.05)
        self.settle()
        return self

    def stop(self):
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGTERM)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                pass
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)
            self.process = None

    def restart(self):
        self.stop()
        self.start()

    def run(self, *command, env=None):
        log = open(os.path.join(self.folder, 'log'), 'ab')
        with log:
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                                    env={**os.environ, **(env or {})})

    def last_words(self):
        with open(os.path.join(self.folder, 'log'), 'rb') as file:
            return file.read()[-2000:].decode(errors='replace')

    def request(self, method, path, user=USERS[0], body=None, **headers):
        """Status and body of a request as a user, or as nobody; for looking at the server past Plenary."""
        if self.certificate:
            connection = http.client.HTTPSConnection('127.0.0.1', self.port, timeout=PATIENCE,
                                                     context=ssl._create_unverified_context())
        else:
            connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=PATIENCE)
        headers = {name.replace('_', '-'): value for name, value in headers.items()}
        if self.has_passwords and user is not None:
            login = base64.b64encode(f'{user}:{self.passwords[user]}'.encode()).decode()
            headers['Authorization'] = 'Basic ' + login
        with contextlib.closing(connection):
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode(errors='replace')

    def make_calendar(self, name, user=USERS[0], components=('VEVENT', 'VTODO', 'VJOURNAL')):
        """A calendar, made as any client does; returns its path."""
        path = f'{self.home(user)}{urllib.parse.quote(name)}/'
        kinds = ''.join(f'<C:comp name="{kind}"/>' for kind in components)
        status, said = self.request(
            'MKCALENDAR', path, user,
            '<?xml version="1.0"?><C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop>'
            f'<displayname>{name}</displayname>'
            f'<C:supported-calendar-component-set>{kinds}</C:supported-calendar-component-set>'
            '</prop></set></C:mkcalendar>', Content_Type='text/xml; charset=utf-8')
        if status != 201:
            raise AssertionError(f'{self.name}: {status} {said}')
        return path

    def texts(self, calendar, user=USERS[0]):
        """All objects of a calendar as text, by path."""
        import xml.etree.ElementTree as tree
        dav, cal = '{DAV:}', '{urn:ietf:params:xml:ns:caldav}'
        status, said = self.request('PROPFIND', calendar, user,
                                    '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>',
                                    Depth='1', Content_Type='text/xml; charset=utf-8')
        if status != 207:
            raise AssertionError(f'{self.name}: {status} {said}')
        paths = [one.findtext(f'{dav}href') for one in tree.fromstring(said).iter(f'{dav}response')]
        found = {}
        for path in paths:
            path = urllib.parse.urlsplit(path).path
            if urllib.parse.unquote(path).rstrip('/') != urllib.parse.unquote(calendar).rstrip('/'):
                status, text = self.request('GET', path, user)
                if status == 200:
                    found[path] = text
        return found

    def __enter__(self):
        try:
            return self.start()
        except BaseException:
            self.stop()
            raise

    def __exit__(self, *unused):
        self.stop()


class Radicale(Server):
    name = 'Radicale'

    def home(self, user):
        return f'/{user}/'

    def launch(self):
        need('radicale')
        write(self.folder, 'users', ''.join(f'{user}:{word}\n' for user, word in self.passwords.items()), 0o600)
        tls = '\n'.join(('ssl = True', f'certificate = {self.certificate[0]}', f'key = {self.certificate[1]}')) \
            if self.certificate else ''
        write(self.folder, 'config', '\n'.join((
            '[server]', f'hosts = 127.0.0.1:{self.port}', 'max_connections = 40', tls,
            '[auth]', 'type = htpasswd', f'htpasswd_filename = {self.folder}/users', 'htpasswd_encryption = plain',
            'delay = 0', '[rights]', 'type = owner_only', '[storage]', f'filesystem_folder = {self.folder}/collections',
            '[logging]', 'level = warning', '')))
        return self.run('radicale', '--config', os.path.join(self.folder, 'config'))

    def settle(self):
        for user in self.passwords:  # what belongs to a user is made when the user first comes
            self.request('PROPFIND', self.home(user), user, Depth='0')


class Xandikos(Server):
    """Knows one user, and no passwords."""

    name = 'Xandikos'
    has_passwords = False

    def home(self, user):
        return f'/{USERS[0]}/calendars/'

    def launch(self):
        need('xandikos')
        if self.certificate:
            raise Missing('Xandikos has no TLS of its own')
        data = os.path.join(self.folder, 'data')
        os.makedirs(data, exist_ok=True)
        names = {f'GIT_{role}_{what}': value for role in ('AUTHOR', 'COMMITTER')
                 for what, value in (('NAME', USERS[0]), ('EMAIL', f'{USERS[0]}@{DOMAIN}'))}
        return self.run('xandikos', '-d', data, '--defaults', '--current-user-principal', f'/{USERS[0]}/',
                        '-l', '127.0.0.1', '-p', str(self.port), env={'HOME': self.folder, **names})


# Takes the place of sendmail: speaks SMTP on its standard streams, keeps every
# message in a file, sends nothing.
SINK = '''\
    #!/usr/bin/python3
    import os, sys, tempfile
    def say (line):
        sys.stdout.write (line + '\\r\\n')
        sys.stdout.flush ()
    say ('220 here')
    envelope, message = [], None
    for line in sys.stdin:
        line = line.rstrip ('\\r\\n')
        if message is not None:
            if line == '.':
                number, path = tempfile.mkstemp ('.part', dir='@FOLDER@')
                with os.fdopen (number, 'w') as file:
                    file.write ('\\n'.join (envelope + message) + '\\n')
                os.rename (path, path[:-5] + '.eml')
                envelope, message = [], None
                say ('250 kept')
            else:
                message.append (line[1:] if line.startswith ('.') else line)
        elif line[:4].upper () == 'DATA':
            message = []
            say ('354 go on')
        elif line[:4].upper () == 'QUIT':
            say ('221 gone')
            break
        else:
            if line[:4].upper () in ('MAIL', 'RCPT'):
                envelope.append ('X-Envelope: ' + line)
            say ('250 yes')
    '''


class Cyrus(Server):
    """Schedules (RFC 6638) between its users. Its first process has to be root's."""

    name = 'Cyrus'
    first_path = '/dav/'
    programs = '/usr/lib/cyrus/bin/'

    def home(self, user):
        return f'/dav/calendars/user/{user}/'

    def mails(self):
        """What would have left the server, as text."""
        found = []
        for path in sorted(glob.glob(os.path.join(self.folder, 'mail', '*.eml'))):
            with open(path, encoding='utf-8', errors='replace') as file:
                found.append(file.read())
        return found

    def launch(self):
        need(self.programs + 'httpd', self.programs + 'imapd', 'saslpasswd2')
        if os.geteuid() != 0:
            raise Missing('Cyrus has to be started by root')
        os.chmod(self.folder, 0o755)
        for name in ('conf/db', 'conf/socket', 'conf/log', 'conf/proc', 'spool', 'sieve', 'run/proc', 'run/lock',
                     'run/socket', 'mail'):
            os.makedirs(os.path.join(self.folder, name), exist_ok=True)
        self.imap = free_port()
        sink = write(self.folder, 'sink', SINK.replace('@FOLDER@', os.path.join(self.folder, 'mail')), 0o755)
        tls = ''
        if self.certificate:
            for path, name in zip(self.certificate, ('certificate.pem', 'key.pem')):
                shutil.copy(path, os.path.join(self.folder, 'conf', name))
            tls = (f'tls_server_cert: {self.folder}/conf/certificate.pem\n'
                   f'tls_server_key: {self.folder}/conf/key.pem\n')
        settings = write(self.folder, 'imapd.conf', '\n'.join((
            f'configdirectory: {self.folder}/conf', f'proc_path: {self.folder}/run/proc',
            f'mboxname_lockpath: {self.folder}/run/lock', 'defaultpartition: default',
            f'partition-default: {self.folder}/spool', f'sievedir: {self.folder}/sieve',
            f'lmtpsocket: {self.folder}/run/socket/lmtp', f'idlesocket: {self.folder}/run/socket/idle',
            f'notifysocket: {self.folder}/run/socket/notify', f'servername: {DOMAIN}', 'virtdomains: off',
            'unixhierarchysep: no', 'admins: cyrus', 'allowplaintext: yes', 'sasl_pwcheck_method: auxprop',
            'sasl_auxprop_plugin: sasldb', f'sasl_sasldb_path: {self.folder}/conf/sasldb2', 'sasl_mech_list: PLAIN',
            'skiplist_unsafe: yes',  # it is thrown away after the test
            'httpmodules: caldav', f'calendar_user_address_set: {DOMAIN}', 'caldav_allowscheduling: on',
            'caldav_allowattach: no', 'caldav_create_default: yes', 'caldav_create_sched: yes',
            'caldav_historical_age: 36500d',  # else it schedules nothing that is over
            'caldav_maxdatetime: 21000101T000000Z', 'maxmessagesize: 1048576', f'sendmail: {sink}', tls)))
        service, flag = ('https', '-s ') if self.certificate else ('http', '')
        services = write(self.folder, 'cyrus.conf', '\n'.join((
            'START {', f' recover cmd="{self.programs}ctl_cyrusdb -C {settings} -r"', '}', 'SERVICES {',
            f' imap cmd="{self.programs}imapd -C {settings}" listen="127.0.0.1:{self.imap}" prefork=0 maxchild=10',
            f' {service} cmd="{self.programs}httpd {flag}-C {settings}" listen="127.0.0.1:{self.port}" prefork=1 maxchild=40',
            '}', 'EVENTS {', f' checkpoint cmd="{self.programs}ctl_cyrusdb -C {settings} -c" period=180', '}', '')))
        self.set_passwords()
        subprocess.run(['chown', '-R', 'cyrus:mail', self.folder], check=True)
        master = self.programs + 'master'
        return self.run(master if os.path.exists(master) else '/usr/sbin/cyrmaster', '-C', settings, '-M', services,
                        '-p', os.path.join(self.folder, 'run', 'master.pid'))

    def set_passwords(self):
        file = os.path.join(self.folder, 'conf', 'sasldb2')
        for user, word in {'cyrus': 'cyrus', **self.passwords}.items():
            subprocess.run(['saslpasswd2', '-c', '-p', '-f', file, '-u', DOMAIN, user], input=word.encode(), check=True)
        subprocess.run(['chown', 'cyrus:mail', file], check=True)

    def settle(self):
        import imaplib
        with imaplib.IMAP4('127.0.0.1', self.imap, PATIENCE) as admin:
            admin.login('cyrus', 'cyrus')
            for user in self.passwords:
                admin.create(f'user.{user}')
        for user in self.passwords:  # its first calendar, inbox and outbox
            self.request('PROPFIND', self.home(user), user, Depth='0')


KINDS = {'radicale': Radicale, 'xandikos': Xandikos, 'cyrus': Cyrus}


def start(kind, folder, **options):
    """A server that answers; stops at the end of `with`."""
    return KINDS[kind](folder, **options)
