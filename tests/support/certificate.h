// SPDX-FileCopyrightText: The Salesbench authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace salesbench::testing {

/// For localhost and 127.0.0.1, signed by itself. Worth nothing outside of tests.
inline const QByteArray Certificate = R"(-----BEGIN CERTIFICATE-----
MIIBZzCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPYs85JNpSBmSNmB
ZAKVvePd7h6yQZn1ZDvYhnTO8are4zHR37ciYJcJrbcVfoXGVS9o2+Js8TNOcsvy
RSo403SjTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAPBgNVHRMBAf8E
BTADAQH/MB0GA1UdDgQWBBTv9pdUZkjzr46A3KVbVRhIygzrrzAKBggqhkjOPQQD
AgNIADBFAiEAuexP62CwMWxdnDL1auAhcUipyqC3VOguD4s36lWVgM8CIBBhfTV6
UMREjEY4sTAvy9ihqklNhSG+qdG5y/pLM7qj
-----END CERTIFICATE-----
)";

inline const QByteArray CertificateKey = R"(-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQglCp0Tja43/iDCCe9
57FzVxCpRgfTh9EqG0xSo8bybJahRANCAAT2LPOSTaUgZkjZgWQClb3j3e4eskGZ
9WQ72IZ0zvGq3uMx0d+3ImCXCa23FX6FxlUvaNvibPEzTnLL8kUqONN0
-----END PRIVATE KEY-----
)";

} // namespace salesbench::testing
