# サービス側のページの前後：移動、待機、戻り。

leaving-title = { $service }に移動しています
leaving-text = 移動しない場合は、ボタンを押してください。
ready-title = { $service }で続ける
ready-text = { $service }が別のウィンドウで開きます。このページは開いたままにしてください。
away-title = { $service }での操作を待っています
away-text = 開いたウィンドウで操作を完了してください。完了すると、このページに自動的に反映されます。
away-text-here = { $service }に移動しましたが、操作がまだ完了していません。
away-again = { $service }をもう一度開く
away-cancel = キャンセル
exchange-title = { $service }を連携しています
exchange-text = 少しお待ちください。{ $service }から最後の情報を受け取っています。
result-close = このウィンドウを閉じて、{ $app }に戻ってください。
result-close-window = ウィンドウを閉じる
interstitial-title = { $service }を連携しますか？
interstitial-text = このページを開いたリンクがどこから届いたものか、確認できません。ご自身が{ $app }で連携を始めた場合だけ、続けてください。
resubmit-title = 仕上げています
resubmit-text = 少しお待ちください。
resubmit-continue = 続ける

flow-denied = { $service }でアクセスが許可されませんでした。連携する場合は、もう一度試して、{ $service }で許可してください。
flow-approval = { $service }の管理者の承認がまだ必要です。管理者に依頼し、承認されたらもう一度連携してください。
flow-no-answer = { $service }から時間内に応答がありませんでした。数分後にもう一度お試しください。
flow-refused = { $service }がログインを受け付けませんでした。もう一度お試しください。それでも続く場合は、問い合わせ番号を{ $app }の運営者にお伝えください。
flow-owner = { $service }との連携が正しく設定されていません。直せるのは{ $app }の運営者だけです。問い合わせ番号をお伝えください。
flow-definition-changed = { $service }での操作中に連携の手順が変更されました。何も連携されていません。もう一度お試しください。
flow-values = この入力内容では{ $service }に接続できません。入力内容を確認して、もう一度お試しください。
flow-foreign-installation = { $service }のこのインストールは別の人のものなので、連携しませんでした。これを閲覧できるアカウントで{ $service }にログインして、もう一度お試しください。
flow-other-server = 案内した先とは別のサーバーから応答が届いたため、使用しませんでした。もう一度お試しください。
flow-too-late = { $service }での操作に時間がかかりすぎました。もう一度お試しください。制限時間は30分です。
flow-cancelled = キャンセルしました。何も連携されていません。
flow-not-stored = { $service }では許可されましたが、連携を保存できませんでした。1分ほど待って、もう一度お試しください。
flow-unknown = { $service }を連携できませんでした。1分ほど待って、もう一度お試しください。

flow-closed-browser-title = 始めた場所で完了してください
flow-closed-browser-text = この連携は、別のブラウザーまたはウィンドウで始まりました。そちらに戻ってください。安全のため、ここでは完了できません。
flow-closed-used-title = この操作は完了しています
flow-closed-used-text = サービスから戻るためのリンクは一度だけ使えます。このウィンドウを閉じて、{ $app }に戻ってください。
flow-closed-expired-title = 時間がかかりすぎました
flow-closed-expired-text = この連携の制限時間が過ぎました。ウィンドウを閉じ、{ $app }に戻って最初からやり直してください。
flow-closed-unknown-title = この連携が見つかりません
flow-closed-unknown-text = 開いたアドレスが途中で切れているか、当ページのものではありません。{ $app }に戻って最初からやり直してください。
flow-start-used-title = このボタンは使用済みです
flow-start-used-text = { $app }に戻ると、そのページで現在の状況を確認できます。
