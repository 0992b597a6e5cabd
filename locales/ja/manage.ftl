## 利用者自身のページ

manage-title = 連携中のアカウント
manage-to = { $person }として{ $app }が利用できるアカウントです。
manage-to-unnamed = { $app }が利用できるアカウントです。
manage-empty = { $app }に連携しているアカウントはまだありません。
manage-attention-count = { $count }件のアカウントで対応が必要です。
manage-works = 正常
manage-unchecked = 未確認
manage-awaited = { $service }を待っています
manage-attention = 対応が必要
manage-since = { $since }に連携。まだ使われていません。
manage-since-used = { $since }に連携。最後に使われた日：{ $used }。
manage-granted = 許可したアクセス
manage-reconnect = 再連携する
manage-reconnect-name = { $name }を再連携する
manage-rename = 名前を変更
manage-rename-name = { $name }の名前を変更
manage-disconnect = 連携を解除
manage-disconnect-name = { $name }の連携を解除
manage-connect-first = アカウントを連携する
manage-back = アカウント一覧に戻る

manage-rename-title = { $service }アカウントの名前
manage-name = 名前
manage-name-hint = 「サポートチーム」のように、見分けやすい名前を付けてください。空欄にすると、サービスの名前を使います。
manage-name-long = 名前は{ $max }文字までです。短くしてください。
manage-save = 保存
manage-saving = 保存しています…

manage-disconnect-title = { $service }アカウントの連携を解除しますか？
manage-disconnect-text = { $app }はこのアカウントを使えなくなります。ログインのために{ $app }に保存された情報も削除されます。
manage-disconnect-service = { $service }が対応している場合は、{ $service }側のアクセスも終了するよう要求します。{ $service }のアカウント自体はそのまま残ります。
manage-disconnecting = { $service }に要求しています…
manage-keep = 連携を続ける
manage-receipt-title = { $service }の連携を解除しました
manage-receipt-here = { $app }はこのアカウントを使えなくなりました。ログインのために保存された情報は削除されています。
manage-receipt-revoked = { $service }側のアクセスも終了したことを確認しました。
manage-receipt-partly = { $service }側のアクセスは一部だけ終了しました。残りは期限が来ると自動的に終了します。すぐに終了したい場合は、{ $service }で操作してください。
manage-receipt-not-offered = { $service }には、こちらからアクセスを終了する方法がありません。キーやパスワードを入力した場合は、{ $service }で削除または変更してください。
manage-receipt-failed = { $service }にもアクセスの終了を要求しましたが、確認が取れませんでした。{ $service }で直接終了できます。
manage-receipt-link = { $service }に移動
