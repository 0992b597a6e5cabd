## صفحة المستخدم الخاصة

manage-title = حساباتك المرتبطة
manage-to = ما يمكن لتطبيق { $app } استخدامه باسم { $person }.
manage-to-unnamed = ما يمكن لتطبيق { $app } استخدامه.
manage-empty = لا توجد حسابات مرتبطة بتطبيق { $app } بعد.
manage-attention-count = { $count ->
    [zero] لا توجد حسابات تحتاج إلى انتباهك.
    [one] حساب واحد يحتاج إلى انتباهك.
    [two] حسابان يحتاجان إلى انتباهك.
    [few] { $count } حسابات تحتاج إلى انتباهك.
    [many] { $count } حسابًا يحتاج إلى انتباهك.
   *[other] { $count } حساب يحتاج إلى انتباهك.
}
manage-works = يعمل
manage-unchecked = لم يُتحقق منه بعد
manage-awaited = بانتظار { $service }
manage-attention = يحتاج إلى انتباهك
manage-since = مرتبط منذ { $since }. لم يُستخدم بعد.
manage-since-used = مرتبط منذ { $since }. آخر استخدام في { $used }.
manage-granted = إذن الوصول الممنوح
manage-reconnect = إعادة الربط
manage-reconnect-name = إعادة الربط: { $name }
manage-rename = إعادة التسمية
manage-rename-name = إعادة التسمية: { $name }
manage-disconnect = إلغاء الربط
manage-disconnect-name = إلغاء الربط: { $name }
manage-connect-first = ربط حساب
manage-back = العودة إلى حساباتك

manage-rename-title = تسمية حسابك في { $service }
manage-name = الاسم
manage-name-hint = اسم يسهل التعرف عليه، مثل «فريق الدعم». عند ترك الحقل فارغًا يُستخدم اسم الخدمة.
manage-name-long = الحد الأقصى لعدد أحرف الاسم هو { $max }. يُرجى تقصيره.
manage-save = حفظ
manage-saving = جارٍ الحفظ…

manage-disconnect-title = إلغاء ربط حسابك في { $service }؟
manage-disconnect-text = لن يتمكن { $app } من استخدام هذا الحساب بعد ذلك، وسيُحذف ما خُزّن لتسجيل الدخول إليه.
manage-disconnect-service = سنطلب من { $service } أيضًا إنهاء الوصول إذا كانت الخدمة تتيح ذلك. أما حسابك نفسه في { $service } فيبقى كما هو.
manage-disconnecting = جارٍ إرسال الطلب إلى { $service }…
manage-keep = الإبقاء على الربط
manage-receipt-title = أُلغي ربط { $service }
manage-receipt-here = لم يعد بإمكان { $app } استخدام هذا الحساب، وحُذف ما كان مخزّنًا لتسجيل الدخول إليه.
manage-receipt-revoked = أكدت خدمة { $service } إنهاء الوصول لديها أيضًا.
manage-receipt-partly = أنهت خدمة { $service } جزءًا من الوصول، وينتهي الباقي تلقائيًا عند انقضاء مدته. للتأكد، يمكنك إنهاؤه هناك بنفسك.
manage-receipt-not-offered = لا تتيح خدمة { $service } لنا طريقة لإنهاء الوصول لديها. إذا قدّمت مفتاحًا أو كلمة مرور، فيُرجى حذف ما قدّمته أو تغييره هناك.
manage-receipt-failed = طلبنا من { $service } أيضًا إنهاء الوصول لديها، لكن لم يصلنا تأكيد. يمكنك إنهاؤه هناك بنفسك.
manage-receipt-link = الانتقال إلى { $service }
