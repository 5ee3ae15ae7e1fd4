//! Chromium's driver, as a process that ends with its owner.

use std::env;
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};

use crate::Trouble;

/// What a Chromium may be called, in the order of preference. Set-up looks for the same names.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// A running chromedriver; it is ended when this is dropped.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    url: String,
    browser: String,
}

impl Driver {
    /// Starts chromedriver on a free port of the loopback address.
    ///
    /// # Errors
    /// It is not installed, or ends at once.
    pub fn start() -> Result<Self, Trouble> {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|source| Trouble::Start { program, variable: "CHROMEDRIVER", source })?;
        let mut said = String::new();
        if let Some(stdout) = process.stdout.take() {
            let mut lines = BufReader::new(stdout);
            while lines.read_line(&mut said).is_ok_and(|bytes| bytes > 0) {
                if let Some(port) = port_in(&said) {
                    let url = format!("http://127.0.0.1:{port}");
                    // Read on, so that the driver never waits for a reader.
                    std::thread::spawn(move || lines.read_to_end(&mut Vec::new()));
                    return Ok(Self { process, url, browser: browser() });
                }
            }
        }
        let _ = process.kill();
        let _ = process.wait();
        Err(Trouble::Driver(said))
    }

    /// Where it takes commands.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The browser that it starts.
    #[must_use]
    pub fn browser(&self) -> &str {
        &self.browser
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The port that the driver says it took: "… started successfully on port 41234."
fn port_in(said: &str) -> Option<u16> {
    let (_, rest) = said.rsplit_once("successfully on port ")?;
    rest.trim().trim_end_matches('.').parse().ok()
}

fn browser() -> String {
    let answers = |program: &&str| {
        let mut command = Command::new(program);
        command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    let found = || BROWSERS.iter().find(|program| answers(program)).copied().unwrap_or(BROWSERS[0]).to_owned();
    env::var("CHROMIUM").unwrap_or_else(|_| found())
}

#[cfg(test)]
mod tests {
    use super::port_in;

    #[test]
    fn finds_the_port_in_what_the_driver_says() {
        let said = "Starting ChromeDriver 156.0 on port 0\nChromeDriver was started successfully on port 41234.\n";
        assert_eq!(port_in(said), Some(41234));
        assert_eq!(port_in("Starting ChromeDriver 156.0 on port 9515\n"), None);
    }
}
