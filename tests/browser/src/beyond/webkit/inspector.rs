//! The protocol of WebKit's remote inspector: JSON inside of GLib's serialised values, over one socket.
//!
//! Nothing listens in the background, as with WebDriver BiDi: each command reads until its own answer comes and keeps
//! what came before. A message is its length in four bytes, big end first, one byte for the order of bytes, a name that
//! ends in zero, and its parameters: numbers of eight bytes, then a text that ends in zero
//! (<https://docs.gtk.org/glib/gvariant-format-strings.html>, `(tts)`). A page may move to another process; each of its
//! processes is a target, and what is sent to a page is wrapped for one.

use std::net::SocketAddr;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::Mutex;
use tokio::time::timeout;

use crate::Trouble;

/// How long an answer may take.
const LIMIT: Duration = Duration::from_secs(30);

/// The number of the browser's connection and of its first page. Both are the first of their kind; a list of them goes
/// to the driver alone.
const CONNECTION: u64 = 1;
const PAGE: u64 = 1;

/// The byte that says that numbers are written little end first.
const LITTLE_END_FIRST: u8 = 1;

/// A connection to the inspector of a browser's first page.
pub(super) struct Inspector {
    wire: Mutex<Wire>,
}

struct Wire {
    stream: TcpStream,
    /// What was read of messages that are not whole.
    read: Vec<u8>,
    /// The number of the last command.
    last: u64,
    /// The page's present process.
    target: Option<String>,
    /// What each of the page's processes is told before it does anything.
    first: Vec<(&'static str, Value)>,
    /// Events that nobody took yet, as `(method, parameters)`.
    events: Vec<(String, Value)>,
}

impl Inspector {
    /// Connects to a browser that its driver has taken over already.
    pub(super) async fn connect(address: SocketAddr) -> Result<Self, Trouble> {
        let lost = |why: String| Trouble::Inspector { what: format!("the connection to {address}"), why };
        let stream = TcpStream::connect(address).await.map_err(|error| lost(error.to_string()))?;
        let (read, first, events) = (Vec::new(), Vec::new(), Vec::new());
        let mut wire = Wire { stream, read, last: 0, target: None, first, events };
        match timeout(LIMIT, wire.begin()).await {
            Ok(begun) => begun.map_err(lost)?,
            Err(_) => return Err(lost("it tells of no page".to_owned())),
        }
        Ok(Self { wire: Mutex::new(wire) })
    }

    /// Sends a command to the page and gives its result.
    pub(super) async fn command(&self, method: &'static str, parameters: Value) -> Result<Value, Trouble> {
        let lost = |why: String| Trouble::Inspector { what: format!("the command {method}"), why };
        let mut wire = self.wire.lock().await;
        match timeout(LIMIT, wire.command(method, parameters)).await {
            Ok(outcome) => outcome.map_err(lost),
            Err(_) => Err(lost(format!("there was no answer within {} s", LIMIT.as_secs()))),
        }
    }

    /// Sends a command to the page, and once more to each process that it may move to; the last one of a method holds.
    pub(super) async fn command_for_good(&self, method: &'static str, parameters: Value) -> Result<(), Trouble> {
        self.command(method, parameters.clone()).await?;
        let mut wire = self.wire.lock().await;
        wire.first.retain(|(other, _)| *other != method);
        wire.first.push((method, parameters));
        Ok(())
    }

    /// Takes the events that came so far.
    pub(super) async fn take_events(&self) -> Result<Vec<(String, Value)>, Trouble> {
        self.command("Runtime.evaluate", json!({ "expression": "0" })).await?;
        Ok(std::mem::take(&mut self.wire.lock().await.events))
    }
}

impl Wire {
    async fn begin(&mut self) -> Result<(), String> {
        // It answers with the list of its commands to who does not show the list's checksum.
        self.send("SetupInspectorClient", b"none\0").await?;
        self.send("Setup", &[CONNECTION.to_le_bytes(), PAGE.to_le_bytes()].concat()).await?;
        while self.target.is_none() {
            self.take().await?;
        }
        Ok(())
    }

    async fn command(&mut self, method: &str, parameters: Value) -> Result<Value, String> {
        let target = self.target.clone().ok_or("the page is gone")?;
        let number = self.send_to(&target, method, &parameters).await?;
        loop {
            let Some(mut told) = self.take().await? else { continue };
            if told["id"] == number {
                let error = &told["error"]["message"];
                return if error.is_null() { Ok(told["result"].take()) } else { Err(error.to_string()) };
            }
        }
    }

    /// Sends a command to one of the page's processes and gives its number.
    async fn send_to(&mut self, target: &str, method: &str, parameters: &Value) -> Result<u64, String> {
        self.last += 2;
        let inner = json!({ "id": self.last, "method": method, "params": parameters }).to_string();
        let wrapped = json!({ "targetId": target, "message": inner });
        let outer = json!({ "id": self.last + 1, "method": "Target.sendMessageToTarget", "params": wrapped });
        let mut body = [CONNECTION.to_le_bytes(), PAGE.to_le_bytes()].concat();
        body.extend(outer.to_string().bytes());
        body.push(0);
        self.send("SendMessageToBackend", &body).await?;
        Ok(self.last)
    }

    /// Takes the next message: an answer to a command, or nothing where it was something else.
    async fn take(&mut self) -> Result<Option<Value>, String> {
        let Some(mut told) = self.receive().await? else { return Ok(None) };
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match told["method"].as_str() {
            Some("Target.targetCreated") => {
                let target = &told["params"]["targetInfo"];
                let name = text(&target["targetId"]);
                if target["type"] == "page" {
                    for (method, parameters) in self.first.clone() {
                        self.send_to(&name, method, &parameters).await?;
                    }
                    if target["isProvisional"] != true {
                        self.target = Some(name);
                    }
                }
                Ok(None)
            }
            Some("Target.didCommitProvisionalTarget") => {
                self.target = Some(text(&told["params"]["newTargetId"]));
                Ok(None)
            }
            Some("Target.dispatchMessageFromTarget") => {
                let inner = told["params"]["message"].as_str().unwrap_or_default();
                let mut inner: Value = serde_json::from_str(inner).map_err(|error| error.to_string())?;
                let Some(event) = inner["method"].as_str() else { return Ok(Some(inner)) };
                self.events.push((event.to_owned(), inner["params"].take()));
                Ok(None)
            }
            Some(_) => Ok(None),
            // The answer of who passes commands on, which says something only where it could not.
            None if told["error"].is_null() => Ok(None),
            None => Err(told["error"]["message"].take().to_string()),
        }
    }

    /// Reads the next message, and gives what the page's inspector said, if it was that.
    async fn receive(&mut self) -> Result<Option<Value>, String> {
        loop {
            if let Some(length) = whole(&self.read) {
                let message: Vec<u8> = self.read.drain(..length).collect();
                return said(&message);
            }
            let bytes = self.stream.read_buf(&mut self.read).await.map_err(|error| error.to_string())?;
            if bytes == 0 {
                return Err("the browser closed the connection".to_owned());
            }
        }
    }

    async fn send(&mut self, name: &str, parameters: &[u8]) -> Result<(), String> {
        let message = message(name, parameters)?;
        self.stream.write_all(&message).await.map_err(|error| error.to_string())
    }
}

fn message(name: &str, parameters: &[u8]) -> Result<Vec<u8>, String> {
    let length = u32::try_from(name.len() + 1 + parameters.len()).map_err(|error| error.to_string())?;
    Ok([&length.to_be_bytes(), [LITTLE_END_FIRST].as_slice(), name.as_bytes(), &[0], parameters].concat())
}

/// The length of the first message, where all of it was read.
fn whole(read: &[u8]) -> Option<usize> {
    let length = read.first_chunk().map(|length| u32::from_be_bytes(*length) as usize + 5)?;
    (read.len() >= length).then_some(length)
}

/// What the page's inspector said in a message.
fn said(message: &[u8]) -> Result<Option<Value>, String> {
    let body = message.get(5..).unwrap_or_default();
    let Some(parameters) = body.strip_prefix(b"SendMessageToFrontend\0") else { return Ok(None) };
    let text = parameters.get(16..).and_then(|text| text.strip_suffix(b"\0")).unwrap_or_default();
    serde_json::from_slice(text).map(Some).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{message, said, whole};

    #[test]
    fn messages_are_cut_and_read() {
        let mut parameters = [1_u64.to_le_bytes(), 1_u64.to_le_bytes()].concat();
        parameters.extend(b"{\"id\":7}\0");
        let mut read = message("SendMessageToFrontend", &parameters).unwrap();
        assert_eq!(&read[..6], b"\0\0\0\x2f\x01S");
        let length = read.len();
        assert_eq!(whole(&read[..length - 1]), None);
        read.extend(message("SetTargetList", &[2, 0, 0, 0, 0, 0, 0, 0]).unwrap());
        assert_eq!(whole(&read), Some(length));
        assert_eq!(said(&read[..length]), Ok(Some(json!({"id": 7}))));
        assert_eq!(said(&read[length..]), Ok(None), "not the page's");
        assert_eq!(whole(b"\0\0"), None);
    }
}
