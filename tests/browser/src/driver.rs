//! A browser's driver, as a process that ends with its owner.

use std::env;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

use crate::{Kind, Trouble, webkit};

/// What a driver says whose port was taken by another process while it started, and how often it is started.
const TAKEN: &str = "port not available";
const TRIES: u32 = 5;

/// A running driver; it is ended when this is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    url: String,
}

impl Driver {
    /// Starts the driver of a browser on a free port of the loopback address.
    ///
    /// # Errors
    /// It is not installed, or ends at once.
    pub(crate) fn start(kind: Kind) -> Result<Self, Trouble> {
        let mut tries = 0;
        loop {
            tries += 1;
            match Self::try_start(kind) {
                // It looks for a port that is free by both versions of the protocol, in two steps: somebody may be between.
                Err(Trouble::Driver { said, .. }) if said.contains(TAKEN) && tries < TRIES => {}
                ended => return ended,
            }
        }
    }

    /// Starts WebKit's driver, sent to a browser that runs already. It does not say on which port it listens, so it is told.
    ///
    /// # Errors
    /// As [`Driver::start`].
    pub(crate) fn sent_to(browser: SocketAddr) -> Result<Self, Trouble> {
        let (usual, variable) = Kind::WebKit.driver();
        let program = env::var(variable).unwrap_or_else(|_| usual.to_owned());
        let (process, address) = webkit::listening(usual, variable, |port| {
            let mut command = Command::new(&program);
            command.arg(format!("--port={port}")).arg(format!("--target={browser}"));
            command
        })?;
        Ok(Self { process, url: format!("http://{address}") })
    }

    fn try_start(kind: Kind) -> Result<Self, Trouble> {
        let (usual, variable) = kind.driver();
        let program = env::var(variable).unwrap_or_else(|_| usual.to_owned());
        let mut process = Command::new(&program)
            .args(kind.driver_arguments())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|source| Trouble::Start { program, variable, source })?;
        let mut said = String::new();
        if let Some(stdout) = process.stdout.take() {
            let mut lines = BufReader::new(stdout);
            while lines.read_line(&mut said).is_ok_and(|bytes| bytes > 0) {
                if let Some(port) = port_in(&said) {
                    let url = format!("http://127.0.0.1:{port}");
                    // Read on, so that the driver never waits for a reader.
                    std::thread::spawn(move || lines.read_to_end(&mut Vec::new()));
                    return Ok(Self { process, url });
                }
            }
        }
        let _ = process.kill();
        let _ = process.wait();
        Err(Trouble::Driver { driver: usual, said })
    }

    /// Where it takes commands.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port that a driver says it took: "… started successfully on port 41234." or "… Listening on 127.0.0.1:41234".
fn port_in(said: &str) -> Option<u16> {
    let (_, rest) =
        said.rsplit_once("successfully on port ").or_else(|| said.rsplit_once("Listening on 127.0.0.1:"))?;
    rest.trim().trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port_in;

    #[test]
    fn finds_the_port_in_what_the_driver_says() {
        let said = "Starting ChromeDriver 156.0 on port 0\nChromeDriver was started successfully on port 41234.\n";
        assert_eq!(port_in(said), Some(41234));
        assert_eq!(port_in("Starting ChromeDriver 156.0 on port 9515\n"), None);
        assert_eq!(port_in("1795789000\tgeckodriver\tINFO\tListening on 127.0.0.1:36017\n"), Some(36017));
    }
}
