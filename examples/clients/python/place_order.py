"""Places an order with the client that openapi-generator makes: `npm run clients`."""

import os
import time
import uuid

import openapi_client as waybill
from openapi_client import models

configuration = waybill.Configuration(host=os.environ["WAYBILL_URL"], access_token=os.environ["WAYBILL_TOKEN"])
with waybill.ApiClient(configuration) as client:
    orders = waybill.OrdersApi(client)
    wish = models.CreateOrder(
        customerId=os.environ["WAYBILL_CUSTOMER"],
        currency="EUR",
        items=[models.OrderLine(sku="MUG-BLUE", quantity=1)],
        shippingAddress=models.ShippingAddress(
            name="Ada Byron", line1="1 Quay St", city="Dublin", postalCode="D02", country="IE"
        ),
        paymentMethod=models.PaymentMethod(models.PaymentMethodCard(type="card", token="tok_ok")),
        confirm=True,
    )
    order = orders.create_order(str(uuid.uuid4()), wish)
    for _ in range(100):
        if order.status == "shipped":
            break
        time.sleep(0.1)
        order = orders.get_order(order.id)
    print(order.id, order.status)
    try:
        orders.get_order(str(uuid.uuid4()))
    except waybill.ApiException as problem:
        print(problem.status, problem.data.code if problem.data else problem.body)
