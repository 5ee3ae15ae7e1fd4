//! WebKit, the engine of Safari, as Debian has it: MiniBrowser, which draws on a display without a screen.
//!
//! Its driver could start it, but then nobody here would know the address at which its inspector listens, which tells
//! what the standard commands do not. So it is started here and the driver is sent to it.

mod display;

use std::fs;
use std::io::Read as _;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use std::{env, io, thread};

pub(crate) use display::Display;

use crate::Trouble;

/// The environment variable that may name MiniBrowser.
pub(crate) const VARIABLE: &str = "MINIBROWSER";

/// How long MiniBrowser or the driver may take to listen, and how often is looked.
const PATIENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(20);
/// Another program may take a port between looking and starting.
const TRIES: u32 = 5;

/// A window as narrow as the narrowest phone has no room for the buttons of a browser, though none is seen on the whole
/// screen.
const STYLE: &str = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; \
     -gtk-icon-transform: scale(0); }\n";

/// A running MiniBrowser without a page's address; it is ended when this is dropped.
#[derive(Debug)]
pub(crate) struct MiniBrowser {
    process: Child,
    inspector: SocketAddr,
    _display: Arc<Display>,
}

impl MiniBrowser {
    /// Starts it with a profile of its own, which is lost with the folder.
    ///
    /// # Errors
    /// It is not installed, or does not listen.
    pub(crate) fn start(profile: &Path) -> Result<Self, Trouble> {
        let program = program().map_or_else(|| "MiniBrowser".to_owned(), |file| file.display().to_string());
        let bad = |source| Trouble::Start { program: program.clone(), variable: VARIABLE, source };
        let display = Display::shared()?;
        let settings = profile.join("gtk-3.0");
        fs::create_dir_all(&settings).map_err(bad)?;
        fs::write(settings.join("gtk.css"), STYLE).map_err(bad)?;
        let start = |port: u16| {
            let mut command = Command::new(&program);
            // On the whole screen it shows no bar, so that a window is as high as its page.
            command.args(["--automation", "--full-screen"]).env("DISPLAY", display.name());
            command.env("WEBKIT_INSPECTOR_SERVER", format!("127.0.0.1:{port}"));
            // Pages are drawn into memory: a graphics card that is calculated takes as long as everything else together.
            command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
            // On x86-64 the code of its baseline compiler for WebAssembly leaves a frame below the stack pointer for one
            // instruction behind each call, where the signals by which it stops threads on Linux overwrite it
            // (`docs/browsers.md`). Its interpreter does not, and without that compiler no such signal is sent.
            command.env("JSC_useBBQJIT", "0");
            command.env("LANG", "en_US.UTF-8").env("NO_AT_BRIDGE", "1").env_remove("WAYLAND_DISPLAY");
            for folder in ["HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"] {
                command.env(folder, profile);
            }
            command
        };
        let (process, inspector) = listening("MiniBrowser", VARIABLE, start)?;
        Ok(Self { process, inspector, _display: display })
    }

    /// Where its inspector listens, and where the driver finds it.
    pub(crate) fn inspector(&self) -> SocketAddr {
        self.inspector
    }
}

impl Drop for MiniBrowser {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Starts a program on a free port of the loopback address and waits until it listens there.
///
/// # Errors
/// It cannot be started, or ends or stays silent at each try.
pub(crate) fn listening(
    name: &'static str,
    variable: &'static str,
    command: impl Fn(u16) -> Command,
) -> Result<(Child, SocketAddr), Trouble> {
    let bad = |program: String| move |source: io::Error| Trouble::Start { program, variable, source };
    let mut said = String::new();
    for _ in 0..TRIES {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|free| free.local_addr());
        let address = free.map_err(bad("a free port".to_owned()))?;
        let mut command = command(address.port());
        let program = command.get_program().to_string_lossy().into_owned();
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut process = command.spawn().map_err(bad(program))?;
        let start = Instant::now();
        while start.elapsed() < PATIENCE && process.try_wait().is_ok_and(|ended| ended.is_none()) {
            if TcpStream::connect_timeout(&address, PATIENCE).is_ok() {
                if let Some(mut stderr) = process.stderr.take() {
                    // Read on, so that it never waits for a reader.
                    thread::spawn(move || stderr.read_to_end(&mut Vec::new()));
                }
                return Ok((process, address));
            }
            thread::sleep(PAUSE);
        }
        let _ = process.kill();
        let _ = process.wait();
        said.clear();
        let _ = process.stderr.take().map(|mut stderr| stderr.read_to_string(&mut said));
    }
    Err(Trouble::Driver { driver: name, said })
}

/// MiniBrowser: the one that the environment names, else where Debian's packages put it.
pub(crate) fn program() -> Option<PathBuf> {
    if let Some(named) = env::var_os(VARIABLE) {
        return Some(named.into());
    }
    let folders = |path: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect()
    };
    let is_webkit =
        |folder: &PathBuf| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-"));
    let webkits = folders(Path::new("/usr/lib")).into_iter().flat_map(|architecture| folders(&architecture));
    let mut found: Vec<PathBuf> = webkits.filter(is_webkit).map(|folder| folder.join("MiniBrowser")).collect();
    found.retain(|file| file.is_file());
    found.sort();
    found.pop()
}

/// Why no scenario can be played in it on this machine, where that is so.
pub(crate) fn lacking() -> Option<String> {
    let starts = |program: &str, word: &str| {
        let mut command = Command::new(program);
        command.arg(word).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok()
    };
    let driver = env::var("WEBKITWEBDRIVER").unwrap_or_else(|_| "WebKitWebDriver".to_owned());
    let missing = [
        (program().is_some_and(|file| file.is_file()), "MiniBrowser"),
        (starts(&driver, "--help"), "WebKitWebDriver"),
        (starts(display::PROGRAM, "-help"), "Xvfb"),
    ];
    let missing: Vec<&str> = missing.iter().filter(|(there, _)| !there).map(|(_, name)| *name).collect();
    (!missing.is_empty()).then(|| format!("there is no {} on this machine", missing.join(" and no ")))
}
