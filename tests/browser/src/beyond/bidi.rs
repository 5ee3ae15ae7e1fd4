//! WebDriver BiDi: commands and events over one web socket (<https://www.w3.org/TR/webdriver-bidi/>).
//!
//! Nothing listens in the background. Each command reads the socket until its own answer comes and keeps the events that
//! came before; since a browser writes them in their order, an answer means that all earlier events were read.

use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::sync::Mutex;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};
use url::Url;

use crate::Trouble;

/// How long an answer may take.
const LIMIT: Duration = Duration::from_secs(30);

/// A connection to a browser.
pub(super) struct Bidi {
    wire: Mutex<Wire>,
}

struct Wire {
    socket: WebSocketStream<TcpStream>,
    /// The number of the last command.
    last: u64,
    /// Events that nobody took yet, as `(method, parameters)`.
    events: Vec<(String, Value)>,
}

impl Bidi {
    /// Connects to the address that the driver gave with the session.
    pub(super) async fn connect(address: &str) -> Result<Self, Trouble> {
        let lost = |why: String| Trouble::Bidi { what: format!("the connection to {address}"), why };
        let url = Url::parse(address).map_err(|error| lost(error.to_string()))?;
        let place = (url.host_str().unwrap_or("127.0.0.1"), url.port().unwrap_or_default());
        let stream = TcpStream::connect(place).await.map_err(|error| lost(error.to_string()))?;
        let (socket, _) = client_async(address, stream).await.map_err(|error| lost(error.to_string()))?;
        Ok(Self { wire: Mutex::new(Wire { socket, last: 0, events: Vec::new() }) })
    }

    /// Sends a command and gives its result.
    pub(super) async fn command(&self, method: &str, parameters: Value) -> Result<Value, Trouble> {
        let lost = |why: String| Trouble::Bidi { what: format!("the command {method}"), why };
        let mut wire = self.wire.lock().await;
        match timeout(LIMIT, wire.command(method, parameters)).await {
            Ok(outcome) => outcome.map_err(lost),
            Err(_) => Err(lost(format!("there was no answer within {} s", LIMIT.as_secs()))),
        }
    }

    /// Takes the events that came so far.
    pub(super) async fn take_events(&self) -> Result<Vec<(String, Value)>, Trouble> {
        self.command("session.status", json!({})).await?;
        Ok(std::mem::take(&mut self.wire.lock().await.events))
    }
}

impl Wire {
    async fn command(&mut self, method: &str, parameters: Value) -> Result<Value, String> {
        self.last += 1;
        let command = json!({ "id": self.last, "method": method, "params": parameters }).to_string();
        self.socket.send(Message::text(command)).await.map_err(|error| error.to_string())?;
        loop {
            let message = self.socket.next().await.ok_or("the browser closed the connection")?;
            let Message::Text(text) = message.map_err(|error| error.to_string())? else { continue };
            let mut told: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
            if let Some(event) = told["method"].as_str() {
                self.events.push((event.to_owned(), told["params"].take()));
            } else if told["id"] == self.last {
                let failed = told["type"] == "error";
                return if failed { Err(told["message"].to_string()) } else { Ok(told["result"].take()) };
            }
        }
    }
}
