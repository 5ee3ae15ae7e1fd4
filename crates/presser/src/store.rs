//! Keeps one archive, with the files that it was made of, on the visitor's device, in the browser's database (IndexedDB), until it is deleted.
//!
//! WHY here: the bytes lie in the worker's reach anyway, and copying tens of megabytes is nothing for the thread that draws the
//! page. Each site of a host has a database of its own.

use idb::{Database, DatabaseEvent as _, Error, Factory, ObjectStoreParams, TransactionMode};
use wasm_bindgen::JsValue;

/// What is kept in, and under which key.
const STORE: &str = "arsip";
const KEY: &str = "satu";

async fn open(name: &str) -> Result<Database, Error> {
    let mut request = Factory::new()?.open(name, Some(1))?;
    request.on_upgrade_needed(|event| {
        // What fails here fails once more below, where it is told.
        if let Ok(database) = event.database() {
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await
}

/// Keeps an archive and what belongs to it, in place of what was kept before.
///
/// # Errors
/// The browser keeps nothing, or has no room.
pub(crate) async fn keep(name: &str, bytes: &JsValue) -> Result<(), Error> {
    let database = open(name).await?;
    let kept = put(&database, bytes).await;
    database.close();
    kept
}

async fn put(database: &Database, bytes: &JsValue) -> Result<(), Error> {
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.put(bytes, Some(&KEY.into()))?.await?;
    transaction.commit()?.await.map(drop)
}

/// What is kept; nothing where the browser let go of it.
///
/// # Errors
/// The browser does not give it.
pub(crate) async fn take(name: &str) -> Result<Option<JsValue>, Error> {
    let database = open(name).await?;
    let taken = get(&database).await;
    database.close();
    taken
}

async fn get(database: &Database) -> Result<Option<JsValue>, Error> {
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    transaction.object_store(STORE)?.get(JsValue::from(KEY))?.await
}

/// Deletes all that is kept.
///
/// # Errors
/// The browser does not.
pub(crate) async fn delete(name: &str) -> Result<(), Error> {
    Factory::new()?.delete(name)?.await
}
