## 貼り付けられた値が何であるか

hint-if-meant = この値で正しい場合は、もう一度入力して送信してください。
hint-whole-header = ヘッダー全体が貼り付けられています。「Bearer」などの前の部分を除き、キーだけを入力してください。
hint-assignment = 設定ファイルの1行全体が貼り付けられています。等号の後ろだけを入力してください。
hint-other-service = これは{ $service }ではなく、{ $name }のキーのようです。{ $service }のキーをコピーしてください。
hint-wrong-kind = これは別の種類のキーです。{ $service }には、{ $name }で始まるキーが必要です。
hint-publishable-key = これはだれに見せてもよい公開キーで、ここでは使えません。{ $name }で始まる秘密のキーをコピーしてください。
hint-test-key = これはテスト用のキーです。テストデータしか利用できません。
hint-key-name = これはキーの名前で、キーそのものではありません。キーの値をコピーしてください。
hint-webhook-secret = これはWebhookを検証するためのシークレットです。代わりにAPIキーをコピーしてください。
hint-password-not-token = これはパスワードのようです。{ $service }で作成したトークンが必要です。

## サービスに拒否された理由

hint-token-unknown = { $service }には接続できましたが、この「{ $label }」は登録されていません。全体をコピーしたか、{ $service }で削除されていないかを確認してください。
hint-pair-unknown = { $service }には接続できましたが、入力内容の組み合わせが一致しません。キーが同じアカウントのものか、全体をコピーしたかを確認してください。
hint-address-unknown = このアドレスには{ $service }のアカウントがありません。アドレスのこの部分を確認してください。
hint-token-expired = この「{ $label }」は期限が切れています。{ $service }で新しく作成してください。
hint-token-revoked = この「{ $label }」は{ $service }で取り消されたか、無効になっています。{ $service }で新しく作成してください。
hint-scope-missing = この「{ $label }」は{ $service }で有効ですが、権限が足りません。ガイドにある権限を与えるか、その権限を持つものを新しく作成してください。
hint-wrong-region = 選択したリージョンの{ $service }には、この「{ $label }」がありません。アカウントのリージョンを選択してください。
hint-token-access-off = { $service }アカウントで、この方法でのログインが無効になっています。アカウントの管理者が有効にできます。
hint-account-inactive = { $service }によると、このアカウントは有効でないか、プランにAPIの利用が含まれていません。{ $service }にログインして理由を確認してください。
hint-address-not-listed = { $service }は、アカウントに登録されたアドレスからの呼び出しだけを許可しています。アカウントの管理者が登録を追加できます。
hint-single-sign-on = 組織でシングルサインオンが必須になっています。{ $service }でこの「{ $label }」を開き、組織での使用を承認してください。
hint-locked-out = 試行回数が多すぎたため、{ $service }がログインを拒否しています。{ $service }のページで一度ログインしてから、ここでもう一度お試しください。
